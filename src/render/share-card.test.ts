import { describe, expect, it } from 'vitest';
import { shareCard, wrapWords } from './share-card.ts';

describe('wrapWords', () => {
  it('breaks between words and never inside one', () => {
    expect(wrapWords('Vision-language-action models for hands', 20)).toEqual([
      'Vision-language-action',
      'models for hands',
    ]);
  });
});

describe('shareCard', () => {
  const card = { kicker: 'Topic', title: 'Hands', lines: [], site: 'Pulse' };

  it('is the same text for the same card', () => {
    expect(shareCard(card)).toBe(shareCard({ ...card }));
  });

  it('escapes what config may hold', () => {
    expect(shareCard({ ...card, title: '<script> & "more"' })).not.toMatch(/<script>|& /);
  });

  it('sets a long title smaller, and cuts what no size holds', () => {
    const sizeOf = (title: string) =>
      /font-size="(\d+)" font-weight="600"/.exec(shareCard({ ...card, title }))?.[1];
    expect(Number(sizeOf('Hands'))).toBeGreaterThan(
      Number(sizeOf('Teleoperation, human–robot interaction and shared autonomy at home')),
    );
    expect(
      shareCard({ ...card, title: 'word '.repeat(200) }).match(/word word/g)?.length,
    ).toBeLessThan(40);
  });

  it('draws the longest bar for the largest number', () => {
    const drawn = shareCard({
      ...card,
      lines: [
        { text: 'a', count: 2 },
        { text: 'b', count: 8 },
      ],
    });
    const widths = [...drawn.matchAll(/y="\d+(?:\.\d+)?" width="(\d+)" height="22"/g)].map(
      ([, w]) => Number(w),
    );
    expect(widths).toEqual([85, 340]);
  });
});
