import type { SwitchableKey } from '../i18n/t.ts';

export interface NavigationItem {
  label: SwitchableKey;
  /** Below the base; empty for the home page. */
  path: string;
  /** `true` when the page has a Chinese sister under `/zh/`. */
  both: boolean;
}

/** The sections in the masthead: a new section is one line here. */
export const sections: readonly NavigationItem[] = [
  { label: 'today', path: '', both: true },
  { label: 'topics', path: 'topics/', both: true },
  { label: 'archive', path: 'archive/', both: true },
  { label: 'trends', path: 'trends/', both: true },
  { label: 'news', path: 'news/', both: true },
  { label: 'jobs', path: 'jobs/', both: true },
  { label: 'datasets', path: 'datasets/', both: true },
  { label: 'search', path: 'search/', both: true },
  { label: 'saved', path: 'saved/', both: true },
];

/** What the footer adds. */
export const colophon: readonly NavigationItem[] = [
  { label: 'authors', path: 'authors/', both: true },
  { label: 'feeds', path: 'feeds/', both: true },
  { label: 'api', path: 'api/', both: true },
  { label: 'dataFiles', path: 'data/', both: true },
  { label: 'health', path: 'health/', both: true },
  { label: 'tune', path: 'tune/', both: true },
  { label: 'about', path: 'about/', both: true },
];

/**
 * Labels by path, where they differ: the browser knows a link of the frame by where it leads, so that no page names its
 * label (fifty thousand pages have sixteen of them).
 */
export const labelPaths: Readonly<Record<string, string>> = Object.fromEntries(
  [...sections, ...colophon]
    .map(({ path, label }) => [path.replace('/', ''), label])
    .filter(([path, label]) => path !== label),
);
