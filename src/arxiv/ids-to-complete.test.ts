import { describe, expect, it } from 'vitest';
import { inventedItem, inventedPaper } from './fixtures/invented-paper.ts';
import { idsToComplete } from './ids-to-complete.ts';

const request = { keep: () => true, known: () => null as number | null };

describe('ids that metadata are asked for', () => {
  it('are of announced papers that are kept', () => {
    const items = [
      inventedItem({ id: '2611.00002' }),
      inventedItem({ id: '2611.00001', title: 'Not ours' }),
    ];
    const keep = ({ title }: { title: string }) => title !== 'Not ours';
    expect(idsToComplete({ ...request, keep }, items, [])).toEqual(['2611.00002']);
  });

  it('are not of papers that the window brought, but for a version that it lacks', () => {
    const items = [
      inventedItem({ id: '2611.00001' }),
      inventedItem({ id: '2611.00002', version: 2, type: 'replace' }),
    ];
    const got = [
      inventedPaper({ id: '2611.00001' }),
      inventedPaper({ id: '2611.00002', version: 1 }),
    ];
    expect(idsToComplete(request, items, got)).toEqual(['2611.00002']);
  });

  it('are not of versions that the archive has, but for a new cross-list', () => {
    const items = [
      inventedItem({ id: '2611.00001', version: 2, type: 'replace' }),
      inventedItem({ id: '2611.00002', version: 2, type: 'cross' }),
    ];
    expect(idsToComplete({ ...request, known: () => 2 }, items, [])).toEqual(['2611.00002']);
  });

  it('are of papers of the archive that lack metadata, once each', () => {
    const complete = ['2611.00003', '1706.03762', '2611.00001'];
    const items = [inventedItem({ id: '2611.00003' })];
    expect(
      idsToComplete({ ...request, complete }, items, [inventedPaper({ id: '2611.00001' })]),
    ).toEqual(['1706.03762', '2611.00003']);
  });
});
