import type { CategoryRule } from '../config/config.ts';

/** `cs.RO, cs.CV`: the categories under a rule, in the order of the config. */
export function categoriesBy(
  categories: Readonly<Record<string, CategoryRule>>,
  rule: CategoryRule,
): string {
  return Object.keys(categories)
    .filter((id) => categories[id] === rule)
    .join(', ');
}

/** BibTeX for the site itself; what BibTeX reads as its own signs is written out. */
export function siteCitation(title: string, url: string): string {
  const safe = title.replaceAll(/[\\{}]/g, '').replaceAll(/[&%$#_]/g, String.raw`\$&`);
  return `@misc{site,\n  title = {{${safe}}},\n  howpublished = {\\url{${url}}},\n  note = {Read on YYYY-MM-DD}\n}`;
}
