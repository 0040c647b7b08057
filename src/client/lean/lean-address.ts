/** What a page of its own would have shown, for the one page of its month. */
export interface Asked {
  /** `null` for a paper: its id does not tell. */
  month: string | null;
  paper: string | null;
  query: string;
}

/**
 * The address of a paper, a day or a topic's month → what the month's page is asked for; `null` for any other.
 * @param path as in `location.pathname`
 * @param base the site's base path, with slashes at both ends
 */
export function leanAddress(path: string, base: string): Asked | null {
  if (!path.startsWith(base)) return null;
  const inner = path.slice(base.length).replace(/(?:\/|\/index\.html)$/, '');
  const [, paper] = /^papers\/((?:[a-z.-]+\/)?\d[\d.]{6,9})$/i.exec(inner) ?? [];
  if (paper !== undefined) return asked(null, paper, 'paper', paper);
  const [, day] = /^days\/(\d{4}-\d{2}-\d{2})$/.exec(inner) ?? [];
  if (day !== undefined) return asked(day.slice(0, 7), null, 'day', day);
  const [, topic, month] = /^topics\/([\w-]+)\/(\d{4}-\d{2})$/.exec(inner) ?? [];
  return topic !== undefined && month !== undefined ? asked(month, null, 'topic', topic) : null;
}

function asked(month: string | null, paper: string | null, name: string, value: string): Asked {
  return { month, paper, query: new URLSearchParams({ [name]: value }).toString() };
}
