/** A badge for READMEs: the newest announcement and how the record stands. */
import type { Status } from './status-schema.ts';

/** What shields.io's endpoint badge reads: https://shields.io/badges/endpoint-badge */
export interface Badge {
  schemaVersion: 1;
  label: string;
  message: string;
  color: string;
  isError: boolean;
}

const COLORS = { ok: '2e7d32', degraded: '9a6700', stale: 'a02c16', empty: '6a655c' } as const;

export function badgeOf({
  state,
  newest_announcement: newest,
}: Pick<Status, 'state' | 'newest_announcement'>): Badge {
  const words = { ok: '', degraded: ' · degraded', stale: ' · stale', empty: '' }[state];
  return {
    schemaVersion: 1,
    label: 'papers up to',
    message: state === 'empty' || newest === null ? 'no run yet' : `${newest}${words}`,
    color: COLORS[state],
    isError: state === 'stale',
  };
}

/** Width of a character at 11 px in the fonts that the badge asks for, a little generous. */
const CHARACTER = 6.6;
const HEIGHT = 20;

/** The same as an SVG of our own, for pages that ask no one else. Holds no text from outside. */
export function badgeSvg({ label, message, color }: Badge): string {
  const left = Math.round(label.length * CHARACTER + 12);
  const right = Math.round(message.length * CHARACTER + 12);
  const width = left + right;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" role="img" aria-label="${label}: ${message}">
<title>${label}: ${message}</title>
<clipPath id="r"><rect width="${width}" height="${HEIGHT}" rx="3"/></clipPath>
<g clip-path="url(#r)"><rect width="${left}" height="${HEIGHT}" fill="#4b4740"/><rect x="${left}" width="${right}" height="${HEIGHT}" fill="#${color}"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
<text x="${left / 2}" y="14">${label}</text>
<text x="${left + right / 2}" y="14">${message}</text>
</g>
</svg>
`;
}
