import { PALETTE } from '../../render/trends/palette.ts';
import { shownLang } from '../say.ts';
import type { Look } from './chart-config.ts';

/** Colours as the page is shown now. `box` carries the page's colours as its own. */
export function lookOf(box: HTMLElement): Look {
  const { color, backgroundColor, borderBottomColor, fontFamily } = getComputedStyle(box);
  const { series, rest } = isDark(backgroundColor) ? PALETTE.dark : PALETTE.light;
  return {
    lang: shownLang(),
    series,
    rest,
    page: backgroundColor,
    ink: color,
    rule: borderBottomColor,
    font: fontFamily,
    hatched: (colour) => hatched(colour, backgroundColor),
  };
}

function isDark(colour: string): boolean {
  const [red = 255, green = 255, blue = 255] = (colour.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  return red + green + blue < 384;
}

/** Diagonal lines of a colour on the page's. */
function hatched(colour: string, page: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const pen = tile.getContext('2d');
  if (!pen) return colour;
  pen.fillStyle = page;
  pen.fillRect(0, 0, 8, 8);
  pen.strokeStyle = colour;
  pen.lineWidth = 2.5;
  pen.beginPath();
  for (const shift of [-8, 0, 8]) {
    pen.moveTo(shift - 1, 9);
    pen.lineTo(shift + 9, -1);
  }
  pen.stroke();
  return pen.createPattern(tile, 'repeat') ?? colour;
}
