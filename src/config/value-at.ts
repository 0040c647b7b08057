/** The value at a path of plain values, or `undefined`. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((node, key) => (holds(node, key) ? node[key] : undefined), value);
}

function holds<K extends PropertyKey>(node: unknown, key: K): node is Record<K, unknown> {
  return typeof node === 'object' && node !== null && Object.hasOwn(node, key);
}
