/**
 * The papers of the site under test: invented, real in shape. Four announcement days over two months; each feature of a
 * row or a page has a paper that shows it, and one day holds only what hostile documents may hold.
 */
import type { Author, EarlierVersion, Paper } from '../../src/paper.ts';
import { samplePaper } from '../archive/sample-papers.ts';
import { plainText } from '../../src/text/plain-text.ts';
import { HOSTILE_STRINGS } from '../hostile/strings.ts';

export const newestDay = '2026-11-24';
export const hostileDay = '2026-11-20';
export const crowdedDay = '2026-11-23';
/** A hundred papers to triage, of all kinds. */
export const busyDay = '2026-11-19';
/** Papers that tests ask for by what they show. */
export const ids = {
  formula: '2611.20001',
  many: '2611.20002',
  revised: '2611.20003',
  linked: '2611.20004',
  withdrawn: '2611.20005',
  bare: '2611.20006',
  cross: '2611.20007',
} as const;

const sentence = (n: number) =>
  `The ${['gripper', 'walker', 'planner', 'sensor'][n % 4]} repeats trial ${n} until the residual settles, and the log keeps every attempt that failed.`;

const abstract = (seed: number, opening: string) =>
  [opening, ...Array.from({ length: 8 }, (_, n) => sentence(seed + n))].join(' ');

const people = (...names: string[]): Author[] => names.map((name) => ({ name }));

function paper(id: string, announced: string, given: Partial<Paper>): Paper {
  const evening = new Date(Date.parse(announced) - 36 * 3_600_000).toISOString();
  const submitted = `${evening.slice(0, 19)}Z`;
  return samplePaper({
    id,
    title: `Quiet controllers for arm ${id}`,
    abstract: abstract(Number(id.slice(-3)), 'We study robotic manipulation with a patient arm.'),
    authors: people('Mei Zhang', 'Jürgen Müller', 'Łukasz Dvořák'),
    categories: ['cs.RO'],
    submitted,
    updated: submitted,
    announced,
    ...given,
  });
}

const earlier: EarlierVersion = {
  version: 1,
  updated: '2026-11-02T10:00:00Z',
  replaced: newestDay,
  title: 'Slow tactile sensing for a hand',
  abstract: abstract(3, 'We study tactile sensing with a rubber finger.'),
  links_added: [{ kind: 'code', url: 'https://github.com/example/finger' }],
};

const showcase: Paper[] = [
  paper(ids.formula, newestDay, {
    title: 'Contact bounds of $O(\\sqrt{n})$ for dexterous hands at $5 and $6',
    abstract: abstract(
      1,
      'A hand pays $\\lambda_1 + \\lambda_2$ for dexterous manipulation & nothing < else.',
    ),
  }),
  paper(ids.many, newestDay, {
    authors: people(...Array.from({ length: 40 }, (_, n) => `Author Number${n + 1}`)),
  }),
  paper(ids.linked, newestDay, {
    title: 'A vision-language-action model that folds laundry',
    comment: 'Accepted to CoRL 2026. Code: https://github.com/example/laundry',
    links: [
      { kind: 'code', url: 'https://github.com/example/laundry' },
      { kind: 'project', url: 'https://laundry.example.org/' },
    ],
    doi: '10.1000/laundry',
    summary: {
      en: 'An arm folds laundry after watching twelve demonstrations.',
      zh: '机械臂看过十二次演示后学会叠衣。',
      model: 'invented-model',
      as_of: newestDay,
    },
    citations: { count: 12, influential: 3, venue: null, as_of: '2026-11-20' },
  }),
  paper(ids.withdrawn, newestDay, { withdrawn: true, title: 'Legged locomotion, retracted' }),
  paper(ids.bare, newestDay, { abstract: null, provisional: true, title: 'Only a title' }),
  paper(ids.cross, newestDay, {
    title: 'Imitation learning for robots seen from elsewhere',
    categories: ['math.OC', 'cs.RO'],
    primary_category: 'math.OC',
  }),
  paper(ids.revised, '2026-11-03', {
    version: 2,
    title: 'Fast tactile sensing for a hand',
    abstract: abstract(3, 'We study tactile sensing with a silicone finger.'),
    updated: '2026-11-22T12:00:00Z',
    links: [{ kind: 'code', url: 'https://github.com/example/finger', since: 2 }],
    history: [earlier],
  }),
];

const crowd = Array.from({ length: 16 }, (_, n) => paper(`2611.${19001 + n}`, crowdedDay, {}));

const about = [
  'We study legged locomotion with a gripper.',
  'A humanoid robot learns by imitation learning.',
  'Tactile sensing of a quiet skin.',
  'A vision-language-action model reads a map.',
];

const busy = Array.from({ length: 100 }, (_, n) =>
  paper(`2611.${16001 + n}`, busyDay, {
    title: `Paper ${n + 1} of a busy day`,
    abstract: `${about[n % 4]} It is trial ${n + 1}, and the last word of this long text is ${n % 10 === 7 ? 'xenolith' : 'basalt'}. ${'The arm waits until the table is still. '.repeat(12)}`,
    categories: n % 5 === 0 ? ['cs.LG', 'cs.RO'] : ['cs.RO'],
    primary_category: n % 5 === 0 ? 'cs.LG' : 'cs.RO',
    comment: n % 20 === 3 ? 'Accepted to CoRL 2026' : null,
    links: n % 4 === 0 ? [{ kind: 'code', url: `https://github.com/example/busy${n}` }] : [],
    ...(n % 3 === 0 && {
      citations: { count: n, influential: 0, venue: null, as_of: busyDay },
    }),
  }),
);

/** As they are after ingest, which is where outside text becomes plain text. */
const hostile = HOSTILE_STRINGS.map((text) => plainText(text)).map((text, n) =>
  paper(`2611.${17001 + n}`, hostileDay, {
    title: `Hostile ${n} ${text}`,
    abstract: `${text} ${abstract(n, 'We study legged locomotion.')}`,
    authors: people(text, 'Mei Zhang'),
    comment: text,
    journal_ref: text,
  }),
);

const old = [
  paper('hep-th/9901001', '2026-10-30', { title: 'An old id for a robot arm' }),
  paper('2610.15001', '2026-10-30', { title: 'Humanoid robots in October' }),
];

export const inventedPapers: Paper[] = [...showcase, ...crowd, ...busy, ...hostile, ...old];

/** What arXiv announced on the newest day, all accounted for. */
export const newestReceipt = {
  id: `announcement/${newestDay}`,
  date: newestDay,
  at: '2026-11-24T06:20:00Z',
  state: 'complete' as const,
  categories: {
    'cs.RO': {
      announced: { new: 7, cross: 2, replace: 1, 'replace-cross': 0 },
      kept: 7,
      not_matching: 2,
      duplicate: 1,
      failed: 0,
      failed_ids: [],
    },
  },
};
