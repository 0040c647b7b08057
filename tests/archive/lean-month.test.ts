import { describe, expect, it } from 'vitest';
import { toRecord } from '../../src/api/paper-record.ts';
import { oneMonth } from '../../src/api/resources/months.ts';
import {
  briefEntry,
  entryOf,
  viewOf,
  type BriefPaper,
  type DayRecord,
} from '../../src/client/lean/record-entry.ts';
import type { RenderContext } from '../../src/render/context.ts';
import { paperParts } from '../../src/render/paper-parts.ts';
import { renderRow } from '../../src/render/render-row.ts';
import { SampleArchive } from './sample-archive.ts';
import { samplePaper } from './sample-papers.ts';

const home = 'https://pulse.example.org/daily/';
const context: RenderContext = {
  base: '/daily/',
  lang: 'en',
  switchable: true,
  topicNames: new Map(),
};
const site = { name: 'Pulse', origin: '', base: '/daily/' };

/** As it comes over the wire. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what the wire carries has no type
const received = <T>(value: unknown): T => {
  const parsed: T = JSON.parse(JSON.stringify(value));
  return parsed;
};

const papers = [
  samplePaper({ id: '2611.00001', title: 'Before it' }),
  samplePaper({
    id: '2611.00002',
    version: 2,
    title: 'Grasping <b>things</b>',
    comment: 'Accepted to CoRL 2026',
    doi: '10.1/x',
    links: [{ kind: 'code', url: 'https://github.com/a/b' }],
    history: [
      { version: 1, updated: '2026-11-20T00:00:00Z', replaced: '2026-11-24', title: 'Grasping' },
    ],
    citations: { count: 4, influential: 1, venue: null, as_of: '2026-11-25' },
  }),
  samplePaper({ id: '2611.00003', title: 'After it' }),
];

describe('a paper of a lean month', () => {
  it('is drawn from the day’s JSON as its own page was, but for facets and similar papers', async () => {
    using sample = new SampleArchive();
    sample.commit({ papers });
    const archive = await sample.open();
    const [day = ''] = archive.paperDays().map(({ date }) => date);
    const records = received<DayRecord[]>(
      archive.paperPages(day).map(({ view }) => toRecord(view.entry, home)),
    );
    for (const record of records) {
      const full = archive.paper(record.id);
      const drawn = paperParts(viewOf(record, records), context, site);
      const own = { ...full, entry: { ...full.entry, facets: [] }, similar: [] };
      expect(drawn).toEqual(paperParts(own, context, site));
    }
    expect(records.map(({ id }) => id)).toEqual(papers.map(({ id }) => id));
  });

  it('stands in lists as it did, without the mark of the phrase and the venue’s badge', async () => {
    using sample = new SampleArchive();
    sample.commit({ papers });
    const archive = await sample.open();
    const [file] = oneMonth.files({ archive, home });
    const month = received<{ papers: BriefPaper[] }>(file?.build());
    expect(month.papers).toHaveLength(3);
    for (const brief of month.papers) {
      const row = renderRow(briefEntry(brief), { abstract: 'none' }, context).source;
      const full = renderRow(archive.paper(brief.id).entry, { abstract: 'none' }, context).source;
      expect(row).toBe(full.replaceAll(/<b class=venue>[^<]*<\/b> |<\/?mark>/g, ''));
    }
    expect(
      entryOf(received<DayRecord>(toRecord(archive.paper('2611.00002').entry, home))).venue,
    ).toEqual({ name: 'CoRL', year: 2026 });
  });
});
