const ESCAPES: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/**
 * A value → JSON that may stand inside `<script>` or an HTML comment: parses to the same value, holds no `<`, `>` or `&`
 * and no character that ends a line of JavaScript. Throws a `TypeError` for a value that JSON cannot state.
 */
export function scriptJson(value: unknown): string {
  const json: unknown = JSON.stringify(value);
  if (typeof json !== 'string') throw new TypeError(`${typeof value} has no JSON form`);
  return json.replace(/[<>&\u2028\u2029]/g, (c) => ESCAPES[c] ?? c);
}
