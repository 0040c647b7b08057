import { configJsonSchema } from './config-json-schema.ts';

/** One key that may stand in `config.yaml`. */
export interface ConfigKey {
  /** From the top of the file; `[]` for each entry of a list, `<id>` for a name of one's own: `topics[].include`. */
  path: string;
  meaning: string;
  /** As it would be written in the file; `null` when there is none. */
  fallback: string | null;
  required: boolean;
}

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nodes = (value: unknown): Node => (isNode(value) ? value : {});

/** Every key that the schema of `config.yaml` knows, in its order. `en` and `zh` of names are left out. */
export function configKeys(): ConfigKey[] {
  return keysIn(configJsonSchema(), '');
}

function keysIn(node: Node, path: string): ConfigKey[] {
  const required = Array.isArray(node['required']) ? node['required'] : [];
  const own = Object.entries(nodes(node['properties'])).flatMap(([name, child]) => {
    if (!isNode(child)) return [];
    const at = path === '' ? name : `${path}.${name}`;
    const key = { path: at, meaning: meaningOf(child), fallback: fallbackOf(child) };
    return [{ ...key, required: required.includes(name) }, ...keysIn(child, at)];
  });
  const { items, additionalProperties: named } = node;
  return [
    ...own,
    ...(isNode(items) ? keysIn(items, `${path}[]`) : []),
    ...(isNode(named) && isNode(named['properties']) ? keysIn(named, `${path}.<id>`) : []),
  ];
}

const meaningOf = ({ description }: Node): string =>
  typeof description === 'string' ? description : '';

function fallbackOf({ default: value }: Node): string | null {
  if (value === undefined || isNode(value)) return null;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : value.join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
