/** The picture that a link to the site shows elsewhere: our own words alone, never a paper's. SVG, 1200 × 630. */
import { escapeHtml } from '../text/escape-html.ts';

export interface ShareCard {
  /** Small, above: what kind of page it is. */
  kicker: string;
  /** Large. */
  title: string;
  /** Below: a sentence, or names with numbers that are drawn as bars. */
  lines: readonly { text: string; count?: number }[];
  /** At the foot. */
  site: string;
}

const WIDTH = 1200;
const HEIGHT = 630;
const LEFT = 80;
/** Of the bars. */
const LONGEST = 340;
const INK = '#1a1917';
const QUIET = '#6a655c';
const ACCENT = '#a02c16';

/** Largest first: letters of the title that fit into a line at that size. */
const SIZES = [
  { size: 92, letters: 22, lines: 2 },
  { size: 72, letters: 29, lines: 2 },
  { size: 56, letters: 38, lines: 3 },
] as const;

/** Words into lines of at most so many letters; one longer word has a line of its own. */
export function wrapWords(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function text(
  words: string,
  { x = LEFT, y, size, fill = INK, weight = 400, anchor = 'start' }: TextPlace,
): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escapeHtml(words)}</text>`;
}

interface TextPlace {
  x?: number;
  y: number;
  size: number;
  fill?: string;
  weight?: 400 | 600;
  anchor?: 'start' | 'end';
}

function titleLines(title: string): { size: number; lines: string[] } {
  const fitting =
    SIZES.find(({ letters, lines }) => wrapWords(title, letters).length <= lines) ?? SIZES[2];
  return {
    size: fitting.size,
    lines: wrapWords(title, fitting.letters).slice(0, fitting.lines),
  };
}

function bars(lines: ShareCard['lines'], top: number): string {
  const most = Math.max(1, ...lines.map(({ count = 0 }) => count));
  return lines
    .map(({ text: words, count }, row) => {
      const y = top + row * 46;
      if (count === undefined) return text(words, { y, size: 32, fill: QUIET });
      const width = Math.max(2, Math.round((count / most) * LONGEST));
      return [
        text(words, { y, size: 28 }),
        `<rect x="710" y="${y - 20}" width="${width}" height="22" fill="#e3dfd7"/>`,
        text(String(count), { x: WIDTH - LEFT, y, size: 28, fill: QUIET, anchor: 'end' }),
      ].join('');
    })
    .join('');
}

/** Draws a card; the same card gives the same text. */
export function shareCard({ kicker, title, lines, site }: ShareCard): string {
  const { size, lines: words } = titleLines(title);
  const titleTop = 158 + size * 0.75;
  const titleText = words
    .map((line, row) => text(line, { y: titleTop + row * size * 1.08, size, weight: 600 }))
    .join('');
  const below = titleTop + (words.length - 1) * size * 1.08 + 76;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Source Serif 4">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fdfcfa"/>
<rect x="${LEFT}" y="56" width="${WIDTH - 2 * LEFT}" height="6" fill="${INK}"/>
${text(kicker, { y: 118, size: 30, fill: ACCENT })}
${titleText}
${bars(lines, below)}
<path d="M0 7h7l3-6 5 12 3-6h8" transform="translate(${LEFT} 548) scale(2)" fill="none" stroke="${ACCENT}" stroke-width="1.8" stroke-linejoin="round" stroke-linecap="round"/>
${text(site, { x: LEFT + 70, y: 574, size: 34, weight: 600 })}
</svg>`;
}
