import { describe, expect, it } from 'vitest';
import { cutShell } from './shell.ts';

const html = '<head><!--paper:head--></head><main><!--paper:body--></main>';

describe('cutShell', () => {
  it('fills the places', () => {
    expect(cutShell(html)({ head: '<title>A</title>', body: '<h1>A</h1>' })).toBe(
      '<head><title>A</title></head><main><h1>A</h1></main>',
    );
  });

  it('takes the text of a part as it is, with what looks like a pattern or a marker in it', () => {
    const body = "$& $1 $' <!--paper:head-->";
    expect(cutShell(html)({ head: '', body })).toContain(`<main>${body}</main>`);
  });

  it('names a place that stays empty, and a part without a place', () => {
    expect(() => cutShell(html)({ head: '' })).toThrow(/nothing fills <!--paper:body-->/);
    expect(() => cutShell(html)({ head: '', body: '', foot: '' })).toThrow(/no place for "foot"/);
  });

  it('refuses a page without markers, and one that holds a marker twice', () => {
    expect(() => cutShell('<html></html>')).toThrow(/no <!--paper:NAME--> marker/);
    expect(() => cutShell(html + html)).toThrow(/<!--paper:head--> twice/);
  });
});
