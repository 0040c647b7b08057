import { filePath, type ApiSource, type Resource } from './resource.ts';

/** A real file of a resource, as its documentation shows it. */
export interface Example {
  /** Below the site's root. */
  path: string;
  /** Its content with long lists and texts cut, indented. */
  json: string;
}

/** How much of a list, of an object that is a map, and of a text an example shows. */
const MOST = { items: 1, fields: 24, text: 90 };

/** Made once an archive: the page of each language shows the same. */
const made = new WeakMap<ApiSource['archive'], Map<string, Example | null>>();

/** The first file of a resource; `null` when the archive has none. */
export function exampleOf(resource: Resource, source: ApiSource): Example | null {
  const known = made.get(source.archive) ?? new Map<string, Example | null>();
  made.set(source.archive, known);
  const example = known.get(resource.name);
  if (example !== undefined) return example;
  const fresh = makeExample(resource, source);
  known.set(resource.name, fresh);
  return fresh;
}

function makeExample(resource: Resource, source: ApiSource): Example | null {
  const [file] = resource.files(source);
  if (!file) return null;
  return {
    path: filePath(resource.path, file.values),
    json: JSON.stringify(shortened(file.build()), null, 2),
  };
}

function shortened(value: unknown): unknown {
  if (typeof value === 'string')
    return value.length > MOST.text ? `${value.slice(0, MOST.text)}…` : value;
  if (Array.isArray(value)) return value.slice(0, MOST.items).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  // Objects keyed by topic or by day are lists in all but name.
  const entries = Object.entries(value);
  const values = entries.map(([, one]) => JSON.stringify(Object.keys(Object(one))));
  const isMap =
    entries.length > 3 && typeof entries[0]?.[1] === 'object' && new Set(values).size === 1;
  return Object.fromEntries(
    entries.slice(0, isMap ? 1 : MOST.fields).map(([key, one]) => [key, shortened(one)]),
  );
}
