import { chineseCities } from '../../i18n/cities.ts';
import { plainText } from '../../text/plain-text.ts';

// Filters are of no use when one city has two names.
const CITIES: ReadonlyMap<string, string> = new Map(
  Object.entries(chineseCities).map(([english, chinese]) => [chinese, english]),
);

const MOST = 8;

/** A text that names places, in either language → each by one name. */
export function placesOf(text: string): string[] {
  const parts = plainText(text).split(
    /\s*[、，；;/|&]\s*|\s*,\s*(?=\p{Script=Han})|\s+(?:or|and)\s+/u,
  );
  const named = parts.map((part) => city(part)).filter((part) => part !== '');
  return [...new Set(named)].slice(0, MOST);
}

function city(part: string): string {
  const bare = part.replace(/^\s*(?:中国|地点)[:：·-]?\s*|市$|\s+$/gu, '');
  return CITIES.get(bare) ?? plainText(bare, { maxLength: 60 });
}
