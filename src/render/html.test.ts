import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, join, raw } from './html.ts';

describe('html', () => {
  it('escapes what is put in, in content and in attributes', () => {
    const text = `<script>alert("1")</script> & 'more'`;
    expect(html`<a title="${text}">${text}</a>`.source).not.toMatch(/<script|title="[^"]*alert\("/);
  });

  it('keeps its own kind as it is, and lists of it', () => {
    expect(html`<p>${html`<b>1</b>`}${[html`<i>2</i>`, '<3']}</p>`.source).toBe(
      '<p><b>1</b><i>2</i>&lt;3</p>',
    );
  });

  it('writes nothing for null, undefined, true and false, and 0 for 0', () => {
    expect(html`${null}${undefined}${false}${true}${0}`.source).toBe('0');
  });

  it('drops line breaks of the template and keeps those of the values', () => {
    expect(
      html`
      <p>
      ${'a\n  b'}
      </p>`.source,
    ).toBe('<p>a\n  b</p>');
  });

  it('never lets a value open a tag', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(html`<p data-a="${value}">${value}</p>`.source.match(/<(?!\/?p[ >])/)).toBeNull();
      }),
    );
  });
});

describe('join', () => {
  it('leaves out what is empty', () => {
    expect(join(['a', null, raw(''), '<'], ' · ').source).toBe('a · &lt;');
  });
});
