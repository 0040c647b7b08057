import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PALETTE } from '../../src/render/trends/palette.ts';

type Rgb = [number, number, number];

/** Dichromacy by Machado, Oliveira & Fernandes 2009 (doi:10.1109/TVCG.2009.113), severity 1, on linear sRGB. */
const SIGHT = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deuteranopia: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritanopia: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
} as const;

const linear = (hex: string): Rgb =>
  [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as Rgb;

const seen = (m: readonly number[], [r, g, b]: Rgb): Rgb =>
  [0, 3, 6].map((at) =>
    Math.min(1, Math.max(0, m[at]! * r + m[at + 1]! * g + m[at + 2]! * b)),
  ) as Rgb;

/** OKLab (Ottosson 2020). */
function lab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const distance = (a: Rgb, b: Rgb) => Math.hypot(...a.map((value, at) => value - b[at]!));

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(linear(a)), luminance(linear(b))].toSorted(
    (x, y) => x - y,
  );
  return (high + 0.05) / (low + 0.05);
}

describe.each(Object.entries(PALETTE))('the %s palette', (theme, { series, rest, page }) => {
  const colours = [...series, rest];

  it.each(Object.entries(SIGHT))('keeps every two colours apart for %s sight', (_, matrix) => {
    for (const [at, one] of colours.entries())
      for (const other of colours.slice(0, at)) {
        const apart = distance(lab(seen(matrix, linear(one))), lab(seen(matrix, linear(other))));
        expect([one, other, apart > 0.1]).toEqual([one, other, true]);
      }
  });

  it('stands out from the page as WCAG asks of graphics, 3 to 1', () => {
    for (const colour of colours)
      expect([colour, contrast(colour, page) >= 3]).toEqual([colour, true]);
  });

  it('knows the colour of the page', () => {
    const tokens = readFileSync(join(import.meta.dirname, '../../src/styles/tokens.css'), 'utf8');
    const pair = /--paper: light-dark\((#\w+), (#\w+)\)/.exec(tokens);
    expect(page).toBe(theme === 'light' ? pair?.[1] : pair?.[2]);
  });
});
