/** One value, one text: JSON whose keys stand in a fixed order, so that equal records have equal bytes. */

// The order in which a reader of the file wants them; what is not listed follows, by code unit.
const ORDER = `id version kind name affiliation url since title abstract authors categories primary_category submitted
  updated announced announced_from first_seen replaced comment journal_ref doi license withdrawn provisional links
  links_added history citations summary from count influential venue en zh model as_of provenance sha256 bytes rows state last_success last_new cursor`;

const RANK: ReadonlyMap<string, number> = new Map(
  ORDER.split(/\s+/).map((key, index) => [key, index]),
);

/**
 * @param value plain JSON values; keys whose value is `undefined` are left out
 * @returns one line without spaces, its keys in the project's order, `id` first
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(value));
}

/** Order of keys: the listed ones first, then the others by code unit. */
export function compareKeys(a: string, b: string): number {
  const [left, right] = [RANK.get(a) ?? RANK.size, RANK.get(b) ?? RANK.size];
  return left - right || compareText(a, b);
}

/** Code unit order, the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => compareKeys(a, b));
  // fromEntries keeps this order for all keys but integers, which JavaScript moves to the front: also the same always.
  return Object.fromEntries(entries.map(([key, part]) => [key, ordered(part)]));
}
