import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scriptJson } from './script-json.ts';

it('escapes what could end a script, a comment or a line', () => {
  expect(scriptJson({ a: '</script><!-- & \u2028\u2029' })).toBe(
    '{"a":"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028\\u2029"}',
  );
});

it('refuses a value that JSON cannot state', () => {
  expect(() => scriptJson(undefined)).toThrow(new TypeError('undefined has no JSON form'));
  expect(() => scriptJson(() => 1)).toThrow(TypeError);
});

it('parses back to the same value and never holds < > & or a JavaScript line end', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const json = scriptJson(value);
      expect(json).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
