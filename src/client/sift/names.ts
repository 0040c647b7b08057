import { siteUrl } from '../site-url.ts';

interface LocalName {
  en: string;
  zh: string;
}

/** The names of all that can be filtered by: `/filters.json`. */
export interface FilterNames {
  groups: { id: string; name: LocalName }[];
  topics: { id: string; name: LocalName; group: string; categories: string[] | null }[];
  facets: {
    id: string;
    name: LocalName;
    entries: { id: string; name: LocalName; phrases: string[] }[];
  }[];
}

const isNames = (value: unknown): value is FilterNames =>
  typeof value === 'object' &&
  value !== null &&
  ['groups', 'topics', 'facets'].every((key) => Array.isArray(Reflect.get(value, key)));

/** @throws when the file cannot be had or is of another form */
export async function loadJson(path: string): Promise<unknown> {
  const url = siteUrl(path);
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`[GET] "${url}": ${answer.status}`);
  return answer.json();
}

let names: Promise<FilterNames> | null = null;

/** Asked for once; a failed try is made again by the next call. @throws as `loadJson` */
export function loadNames(): Promise<FilterNames> {
  names ??= loadJson('filters.json')
    .then((value) => {
      if (!isNames(value)) throw new Error('filters.json holds no names');
      return value;
    })
    .catch((error: unknown) => {
      names = null;
      throw error;
    });
  return names;
}
