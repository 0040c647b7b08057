/** What a filtered view asks for, as it stands in its address: the same parameters as the search page's. */
export interface OwnFeed {
  phrases: string[];
  without: string[];
  /** The topic that the view is within; its layer and categories are taken over. */
  within: { id: string; group: string; categories: string[] | null } | null;
}

/** A text with commas, or a search with "phrases in quotes" → phrases, each once. */
export function readPhrases(text: string): string[] {
  const quoted = [...text.matchAll(/"([^"]+)"/g)].map(([, phrase = '']) => phrase);
  const rest = text.replace(/"[^"]*"/g, ',').split(/[,，、;；]/);
  const phrases = [...quoted, ...rest].map((phrase) => phrase.trim().replace(/\s+/g, ' '));
  return [...new Set(phrases.filter((phrase) => phrase !== ''))];
}

/**
 * The lines that make a view a topic of `config.yaml`, with a page and a feed of its own. Text of the reader stands in
 * double quotes, which YAML reads as JSON does.
 * @param group the layer it is put under when it is within no topic
 * @returns nothing when no phrase is given
 */
export function configLines({ phrases, without, within }: OwnFeed, group: string): string {
  const [first] = phrases;
  if (first === undefined) return '';
  const slug = first
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  const id = /^[a-z]/.test(slug) ? slug : `feed${slug === '' ? '' : `-${slug}`}`;
  const list = (name: string, values: readonly string[]): string[] =>
    values.length === 0
      ? []
      : [`    ${name}:`, ...values.map((value) => `      - ${JSON.stringify(value)}`)];
  return [
    `  - id: ${id}`,
    `    name: ${JSON.stringify(first)}`,
    `    group: ${within?.group ?? group}`,
    ...list('include', phrases),
    ...list('exclude', without),
    ...list('categories', within?.categories ?? []),
    '',
  ].join('\n');
}
