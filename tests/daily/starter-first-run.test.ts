/** The starter snapshot ships without abstracts; its first run with network completes it, whatever the config keeps. */
import { afterEach, expect, it } from 'vitest';
import { announcementDay } from '../../src/calendar/calendar.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { readFacts } from '../../scripts/starter/read-facts.ts';
import { startArchive } from '../../scripts/starter/start-archive.ts';
import { starterPapers } from '../../scripts/starter/starter-papers.ts';
import * as faults from '../arxiv-server/faults.ts';
import { inventRecords } from '../arxiv-server/invented-records.ts';
import type { ServedPaper } from '../arxiv-server/served-paper.ts';
import { morning, startRehearsal, type Rehearsal } from './rehearsal.ts';

const today = '2026-11-10';
const starter = starterPapers(readFacts(), '2026-06-03');

/** The local arXiv holds each of them with an abstract, beside the papers of the day. */
const served: ServedPaper[] = [
  ...inventRecords({ seed: 9, from: '2026-10-26', days: 16, perWeekday: 4 }).papers,
  ...starter.map((paper) => ({
    id: paper.id,
    categories: paper.categories,
    license: 'http://creativecommons.org/licenses/by/4.0/',
    versions: Array.from({ length: paper.version }, (_, n) => {
      const submitted = n + 1 === paper.version ? paper.updated : paper.submitted;
      return {
        version: n + 1,
        submitted,
        announced: announcementDay(submitted),
        title: paper.title,
        abstract: `The stated abstract of ${paper.id}.`,
        authors: paper.authors,
        comment: '8 pages',
        journal_ref: null,
        doi: null,
      };
    }),
  })),
];

/** Keeps nothing of the starter set: its phrase is in no paper. */
const elsewhere = parseConfig(
  `
site: { title: Elsewhere }
arxiv: { categories: { cs.CV: matching }, page_size: 100 }
topics: [{ id: none, name: { en: None, zh: 无 }, group: main, include: [zebrafish connectome] }]
groups: [{ id: main, name: { en: Main, zh: 主要 } }]
citations: { enabled: false }
`,
  'elsewhere.yaml',
);

let rehearsal: Rehearsal;
afterEach(() => rehearsal.close());

const lacking = () =>
  [...rehearsal.snapshot().allPapers()].filter(
    ({ abstract, provisional }) => abstract === null || provisional,
  );
const byId = () =>
  rehearsal.server.log
    .of('api')
    .filter(({ url }) => url.searchParams.has('id_list') && url.searchParams.get('id_list') !== '');

it('completes every starter paper, also those that the config would not keep, in few requests', async () => {
  rehearsal = await startRehearsal({ papers: served, config: elsewhere });
  startArchive(rehearsal.dir, starter, false);
  expect(lacking()).toHaveLength(starter.length);
  await rehearsal.run(morning(today));
  expect(lacking()).toEqual([]);
  const papers = [...rehearsal.snapshot().allPapers()];
  expect(papers.map(({ id }) => id).toSorted()).toEqual(starter.map(({ id }) => id).toSorted());
  expect(papers[0]?.abstract).toBe(`The stated abstract of ${papers[0]?.id ?? ''}.`);
  // two hundred ids a request
  expect(byId()).toHaveLength(Math.ceil(starter.length / 200));
  await rehearsal.run(morning('2026-11-11'));
  expect(byId()).toEqual([]);
});

it('a first run in which the API refuses loses nothing, and the next run completes them though OAI-PMH answered for the rest', async () => {
  rehearsal = await startRehearsal({ papers: served, config: elsewhere });
  startArchive(rehearsal.dir, starter, false);
  rehearsal.server.fail('api', faults.varnish503());
  await rehearsal.run(morning(today));
  expect([...rehearsal.snapshot().allPapers()]).toHaveLength(starter.length);
  rehearsal.server.heal();
  await rehearsal.run(morning('2026-11-11'));
  expect(lacking()).toEqual([]);
});
