/** What stands in the file, in the words of a message: `"cs.R0"`, `the number 2601.10`, `a list`. */
export function foundText(value: unknown, written: string | null): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value);
    case 'number':
    case 'bigint':
      return `the number ${written ?? String(value)}`;
    case 'boolean':
      return `the switch ${written ?? String(value)}`;
    default:
      return 'keys with values';
  }
}

/** The value at a path of plain values, or `undefined`. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((node, key) => (holds(node, key) ? node[key] : undefined), value);
}

function holds<K extends PropertyKey>(node: unknown, key: K): node is Record<K, unknown> {
  return typeof node === 'object' && node !== null && Object.hasOwn(node, key);
}
