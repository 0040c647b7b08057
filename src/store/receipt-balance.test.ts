import { describe, expect, it } from 'vitest';
import { receiptBalance } from './receipt-balance.ts';
import { receiptSchema, type CategoryReceipt } from './receipts.ts';

function category(part: Partial<CategoryReceipt> = {}): CategoryReceipt {
  return {
    announced: { new: 5, cross: 3, replace: 2, 'replace-cross': 1 },
    kept: 6,
    not_matching: 2,
    duplicate: 2,
    failed: 1,
    failed_ids: ['2611.00009'],
    ...part,
  };
}

describe('a receipt', () => {
  it('is in balance when all that was announced is accounted for', () => {
    expect(receiptBalance({ categories: { 'cs.RO': category(), 'cs.CV': category() } })).toEqual(
      [],
    );
    expect(receiptBalance({ categories: {} })).toEqual([]);
  });

  it('names the category and the ids that nothing became of', () => {
    const [imbalance, ...others] = receiptBalance({
      categories: {
        'cs.RO': category(),
        'cs.CV': category({ kept: 5, unaccounted_ids: ['2611.00004'] }),
      },
    });
    expect(others).toEqual([]);
    expect(imbalance).toMatchObject({ category: 'cs.CV', announced: 11, accounted: 10 });
    expect(imbalance?.text).toBe(
      'cs.CV: 11 announced, 10 accounted for; nothing became of 2611.00004',
    );
  });

  it('counts what came without being announced, and failures that nobody names', () => {
    const texts = receiptBalance({
      categories: { 'cs.RO': category({ failed_ids: [], unannounced_ids: ['2611.00007'] }) },
    }).map(({ text }) => text);
    expect(texts).toEqual(['cs.RO: not announced: 2611.00007; 1 failed, 0 named']);
  });

  it('of either kind has a form, and of no third', () => {
    const announcement = {
      id: 'announcement/2026-11-24',
      date: '2026-11-24',
      at: '2026-11-24T06:37:00Z',
      state: 'complete',
      categories: { 'cs.RO': category() },
    };
    expect(receiptSchema.safeParse(announcement).success).toBe(true);
    expect(
      receiptSchema.safeParse({ ...announcement, id: 'run/2026-11-24T06:37:00Z' }).success,
    ).toBe(false);
    expect(
      receiptSchema.safeParse({ ...announcement, at: '2026-11-24T06:37:00.123Z' }).success,
    ).toBe(false);
  });
});
