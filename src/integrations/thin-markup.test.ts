import { describe, expect, it } from 'vitest';
import { thinMarkup } from './thin-markup.ts';

describe('thinMarkup', () => {
  it('drops quotes that HTML does not need', () => {
    expect(thinMarkup('<a class="mark" href="/pulse/topics/">x</a>')).toBe(
      '<a class=mark href=/pulse/topics/>x</a>',
    );
  });

  it.each(['<a title="two words">', '<a title="">', '<a title="a=b">', '<br class="x"/>'])(
    'leaves %s as it is',
    (tag) => expect(thinMarkup(tag)).toBe(tag),
  );

  it('touches neither text nor scripts', () => {
    const page = '<p>a="b" &lt;i class="x"&gt;</p><script src="/a.js">let a="b";</script>';
    expect(thinMarkup(page)).toBe(page);
  });

  it('keeps the places of the shell', () => {
    expect(thinMarkup('<main id="main"><!--paper:body--></main></body></html>')).toBe(
      '<main id=main><!--paper:body--></main>',
    );
  });
});
