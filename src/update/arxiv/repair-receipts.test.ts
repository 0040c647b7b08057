import { describe, expect, it } from 'vitest';
import type { AnnouncementReceipt } from '../../store/receipts.ts';
import { difference } from './announcement-receipt.ts';
import { repairReceipts } from './repair-receipts.ts';

const receipt: AnnouncementReceipt = {
  id: 'announcement/2026-11-10',
  date: '2026-11-10',
  at: '2026-11-10T06:17:00Z',
  state: 'failing',
  categories: {
    'cs.RO': {
      announced: { new: 3, cross: 0, replace: 1, 'replace-cross': 0 },
      kept: 1,
      not_matching: 0,
      duplicate: 0,
      failed: 3,
      failed_ids: ['2611.00001', '2611.00002', '2611.00003'],
    },
  },
};

const later = '2026-11-11T06:17:00Z';

describe('a receipt with failed papers', () => {
  it('is complete once each has been got, and still adds up', () => {
    const [repaired] = repairReceipts(
      [receipt],
      (id) => (id === '2611.00002' ? 'not_matching' : 'kept'),
      later,
    );
    expect(repaired?.at).toBe(later);
    expect(repaired?.state).toBe('complete');
    const category = repaired?.categories['cs.RO'];
    expect(category).toMatchObject({ kept: 3, not_matching: 1, failed: 0, failed_ids: [] });
    expect(category && difference(category)).toBe(0);
  });

  it('stays failing while one is missing', () => {
    const [repaired] = repairReceipts(
      [receipt],
      (id) => (id === '2611.00001' ? 'kept' : undefined),
      later,
    );
    expect(repaired).toMatchObject({ state: 'failing' });
    expect(repaired?.categories['cs.RO']?.failed_ids).toEqual(['2611.00002', '2611.00003']);
  });

  it('is left alone when nothing was got', () => {
    expect(repairReceipts([receipt], () => undefined, later)).toEqual([]);
  });
});
