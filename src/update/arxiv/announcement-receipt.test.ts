import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnouncedItem, AnnounceType } from '../../paper.ts';
import { announcementReceiptSchema } from '../../store/receipts.ts';
import {
  announcementReceipt,
  difference,
  type ItemOutcome,
  type ReceiptFacts,
} from './announcement-receipt.ts';

const categories = ['cs.RO', 'cs.CV', 'cs.AI'];

const item = (id: string, type: AnnounceType, of: string[]): AnnouncedItem => ({
  id,
  version: 1,
  type,
  title: 'T',
  abstract: 'A',
  authors: [],
  categories: of,
  license: null,
});

function receiptOf(
  items: AnnouncedItem[],
  outcomes: [string, ItemOutcome][],
  more: Partial<ReceiptFacts> = {},
) {
  return announcementReceipt({
    feed: { date: '2026-11-12', built: null, categories, items },
    date: '2026-11-12',
    at: '2026-11-12T06:17:00Z',
    state: 'complete',
    categories,
    outcomes: new Map(outcomes),
    unreadable: [],
    unannounced: [],
    ...more,
  });
}

describe('the receipt of an announcement', () => {
  it('counts an item in the first asked category it lists, and as a duplicate in the others', () => {
    const receipt = receiptOf(
      [item('2611.00001', 'new', ['cs.AI', 'cs.RO']), item('2611.00002', 'cross', ['cs.AI'])],
      [
        ['2611.00001', 'kept'],
        ['2611.00002', 'not_matching'],
      ],
    );
    expect(receipt.categories['cs.RO']).toMatchObject({ kept: 1, duplicate: 0 });
    expect(receipt.categories['cs.AI']).toMatchObject({
      announced: { new: 1, cross: 1, replace: 0, 'replace-cross': 0 },
      kept: 0,
      not_matching: 1,
      duplicate: 1,
    });
  });

  it('names what failed, what nothing accounts for, and what was not announced', () => {
    const receipt = receiptOf(
      [item('2611.00001', 'new', ['cs.RO']), item('2611.00002', 'new', ['cs.RO'])],
      [['2611.00001', 'failed']],
      { unannounced: [{ id: '2611.00003', categories: ['cs.CV'] }], unreadable: ['item 7'] },
    );
    expect(receipt.categories['cs.RO']).toMatchObject({
      failed: 2,
      failed_ids: ['2611.00001', 'item 7'],
      unaccounted_ids: ['2611.00002'],
    });
    expect(receipt.categories['cs.CV']?.unannounced_ids).toEqual(['2611.00003']);
  });

  it('without a feed claims nothing', () => {
    expect(receiptOf([], [], { feed: null, state: 'unproved' }).categories).toEqual({});
  });

  it('adds up, category by category, whatever was announced and became of it', () => {
    const some = fc.record({
      type: fc.constantFrom<AnnounceType>('new', 'cross', 'replace', 'replace-cross'),
      of: fc.subarray([...categories, 'math.OC'], { minLength: 1 }),
      outcome: fc.constantFrom<ItemOutcome>('kept', 'not_matching', 'failed'),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 40 }), (list) => {
        const id = (i: number): string => `2611.${String(i).padStart(5, '0')}`;
        const receipt = receiptOf(
          list.map(({ type, of }, i) => item(id(i), type, of)),
          list.map(({ outcome }, i) => [id(i), outcome]),
        );
        expect(announcementReceiptSchema.parse(receipt)).toEqual(receipt);
        for (const category of Object.values(receipt.categories))
          expect(difference(category)).toBe(0);
        const asked = list.filter(({ of }) => of.some((name) => categories.includes(name)));
        const kept = Object.values(receipt.categories).reduce((sum, c) => sum + c.kept, 0);
        expect(kept).toBe(asked.filter(({ outcome }) => outcome === 'kept').length);
      }),
    );
  });
});
