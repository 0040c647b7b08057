/** One record of each kind for every hostile string, the string in each of its fields that outside text comes into. */
import type { Paper } from '../../src/paper.ts';
import type { Dataset } from '../../src/records/dataset.ts';
import type { Employer, Job } from '../../src/records/job.ts';
import { datasets } from '../../src/store/dataset-kind.ts';
import { employers, jobs } from '../../src/store/job-kinds.ts';
import type { RunReceipt } from '../../src/store/receipts.ts';
import type { AnyRecordChange } from '../../src/store/snapshot.ts';
import { plainText } from '../../src/text/plain-text.ts';
import { HOSTILE_STRINGS } from '../hostile/strings.ts';

const day = '2026-11-19';
/** As ingest leaves them; a field may not be empty. */
const texts = HOSTILE_STRINGS.map((text) => plainText(text) || 'nothing');

const paper = (text: string, n: number): Paper => ({
  id: `2611.${30001 + n}`,
  version: 2,
  title: text,
  abstract: text,
  authors: [{ name: text, affiliation: text }],
  categories: ['cs.RO'],
  primary_category: 'cs.RO',
  submitted: '2026-11-17T10:00:00Z',
  updated: '2026-11-18T10:00:00Z',
  announced: day,
  announced_from: 'feed',
  first_seen: day,
  comment: text,
  journal_ref: text,
  doi: text,
  license: text,
  links: [{ kind: 'code', url: `https://code.example.com/${text}` }],
  history: [
    {
      version: 1,
      updated: '2026-11-17T10:00:00Z',
      replaced: day,
      title: `${text} before`,
      abstract: `${text} before`,
      links_added: [{ kind: 'project', url: `https://before.example.com/${text}` }],
    },
  ],
  citations: { count: 3, influential: 1, venue: text, as_of: day },
});

const job = (text: string, n: number): Job => ({
  id: `hostile-${n}`,
  company: text,
  title: text,
  places: [text],
  type: null,
  posted: null,
  first_seen: day,
  source: text,
  url: `https://jobs.example.com/${n}?q=${text}`,
  closed_on: null,
  last_seen: null,
});

const employer = (text: string, n: number): Employer => ({
  id: `hostile-${n}`,
  name: text,
  kind: 'company',
  places: [{ city: text, country: text }],
  careers: `https://careers.example.com/${text}`,
  site: `https://site.example.com/${text}`,
  focus: { en: text, zh: text },
  first_seen: day,
});

const dataset = (text: string, n: number): Dataset => ({
  id: `hostile-${n}`,
  name: text,
  year: 2026,
  publisher: text,
  size: [{ value: 3, unit: text }],
  modalities: [text],
  embodiments: [text],
  simulated: null,
  licence: text,
  paper: null,
  project: `https://project.example.com/${text}`,
  data: `https://data.example.com/${text}`,
  description: { en: text, zh: text },
  tags: [text],
  curated: true,
  huggingface: null,
  first_seen: day,
});

export const hostilePapers: Paper[] = texts.map(paper);

export const hostileSections: AnyRecordChange[] = [
  { kind: jobs, upsert: texts.map(job) },
  { kind: employers, upsert: texts.map(employer) },
  { kind: datasets, upsert: texts.map(dataset) },
];

/** What a run says of sources is outside text as well. */
export const hostileRun: RunReceipt = {
  id: 'run/2026-11-24T06:20:00Z',
  at: '2026-11-24T06:20:00Z',
  sources: { arxiv: { state: 'failing', since: '2026-11-24T06:20:00Z' } },
  channels: {},
  merged: { added: 0, updated: 0, unchanged: 0 },
  problems: texts.map((message, n) => ({
    source: n % 2 === 0 ? 'arxiv' : `news/${message}`,
    message,
    url: message,
  })),
};
