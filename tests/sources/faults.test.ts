/**
 * Every fault of the wire against every kind of source beside feeds: what is known stays, the receipt says what happened,
 * the run ends, and memory stays bounded. The feeds of news have the same table in `news.test.ts`.
 */
import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import {
  document,
  redirect,
  serve,
  serveRaw,
  status,
} from '../../src/http/fixtures/local-server.ts';
import type { AnyKind } from '../../src/store/plain-kind.ts';
import { datasets } from '../../src/store/dataset-kind.ts';
import { jobs } from '../../src/store/job-kinds.ts';
import { citationsSource } from '../../src/update/citations-source.ts';
import { datasetsSource } from '../../src/update/datasets-source.ts';
import { jobsSource } from '../../src/update/jobs-source.ts';
import type { Source } from '../../src/update/source.ts';
import { summariesSource } from '../../src/update/summaries-source.ts';
import { aPaper } from './a-paper.ts';
import { problemsOf, SectionRun, statesOf } from './section-run.ts';

interface Kind {
  source: Source;
  /** Of the config, with everything else switched off. */
  parts: Partial<Config>;
  variables: (url: string) => Record<string, string>;
  /** A whole answer. */
  good: string;
  records?: AnyKind;
  /** The part that asks. */
  part: string;
}

const noJobs = { github: [], greenhouse: [], lever: [], file: 'nowhere/jobs.yaml' };
const README = `## Rolling\n**[2026.11.20]**\n\n[甲(北京) - 抓取工程师 - 全职](https://example.com/a)\n`;
const HUB = [
  { id: 'lab/arms', downloads: 500, likes: 1, lastModified: '2026-10-01T08:00:00Z', tags: [] },
];

const KINDS: Record<string, Kind> = {
  'a list at GitHub': {
    source: jobsSource,
    parts: { jobs: { ...noJobs, github: [{ repo: 'invented/jobs', path: 'README.md', section: 'Rolling' }] } },
    variables: (url) => ({ GITHUB_API_URL: url }),
    good: README,
    records: jobs,
    part: 'jobs/github-invented-jobs',
  },
  'a Greenhouse board': {
    source: jobsSource,
    parts: { jobs: { ...noJobs, greenhouse: [{ board: 'acme', company: 'Acme' }] } },
    variables: (url) => ({ GREENHOUSE_URL: url }),
    good: JSON.stringify({ jobs: [{ title: '抓取 Arm', absolute_url: 'https://example.com/arm' }] }),
    records: jobs,
    part: 'jobs/greenhouse-acme',
  },
  'a Lever board': {
    source: jobsSource,
    parts: { jobs: { ...noJobs, lever: [{ board: 'acme', company: 'Acme' }] } },
    variables: (url) => ({ LEVER_URL: url }),
    good: JSON.stringify([{ text: '抓取 Leg', hostedUrl: 'https://example.com/leg' }]),
    records: jobs,
    part: 'jobs/lever-acme',
  },
  'Hugging Face': {
    source: datasetsSource,
    parts: {
      datasets: { file: 'data/datasets.yaml', huggingface: { tags: ['LeRobot'], search: [], limit: 50, min_downloads: 1 } },
    },
    variables: (url) => ({ HUGGINGFACE_URL: url }),
    good: JSON.stringify(HUB),
    records: datasets,
    part: 'datasets/huggingface',
  },
  'Semantic Scholar': {
    source: citationsSource,
    parts: { citations: { enabled: true, refresh_days: 1, max_per_run: 10 } },
    variables: (url) => ({ SEMANTIC_SCHOLAR_URL: url }),
    good: JSON.stringify([{ citationCount: 7, influentialCitationCount: 1, venue: '抓取' }]),
    part: 'citations',
  },
  'a model': {
    source: summariesSource,
    parts: { summaries: { enabled: true, max_per_run: 1, max_seconds: 30 } },
    variables: (url) => ({ LLM_BASE_URL: url, LLM_MODEL: 'invented' }),
    good: JSON.stringify({
      choices: [{ message: { content: '{"en": "An arm folds cloth from twelve demonstrations.", "zh": "机械臂用十二次演示学会叠布。"}' } }],
    }),
    part: 'summaries',
  },
}; // prettier-ignore

const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, ' '));
const TYPE = 'application/json; charset=utf-8';

/** What a fault does to the good answer, and what the receipt says of it. */
const FAULTS: [name: string, fault: (good: string) => RequestListener, says: RegExp][] = [
  ['a cut answer', (good) => status(200, { 'content-type': TYPE, 'content-length': '90000' }, good), /\[(?:GET|POST)\]|cut|incomplete|closed|ended/i],
  ['a wrong charset', (good) => document(Buffer.concat([Buffer.from(good), Buffer.from([0xff, 0xfe])]), TYPE), /not valid utf-8/],
  ['a page with status 200', () => document('<!doctype html><title>Sign in</title>', 'text/html'), /JSON|heading|list|figures/],
  ['429', () => status(429, { 'retry-after': '0' }), /429/],
  ['a redirect into a private network', () => redirect('https://192.168.1.1/x'), /not a public address|redirect|302/i],
  ['a bomb', () => document(bomb, TYPE, { 'content-encoding': 'gzip' }), /more than [\d,]+ bytes/],
  ['nothing', () => document('', TYPE), /empty|JSON|heading|list|figures|nothing/i],
]; // prettier-ignore

/** Everything that may not change but by good news: records, figures, sentences. */
const known = (run: SectionRun, { records }: Kind) => ({
  records: records ? run.records(records) : [],
  papers: [...run.snapshot().allPapers()],
});

describe.each(Object.entries(KINDS))('%s', (name, kind) => {
  const open = (url: string, host: string) => {
    const run = new SectionRun(kind.parts, [host], kind.variables(url));
    run.put([aPaper('2609.00001', '2026-10-20'), aPaper('2611.00002', '2026-11-24')]);
    return run;
  };

  it.each(FAULTS)('%s takes nothing away, and is told', async (fault, make, says) => {
    const broken = make(kind.good);
    let isBroken = false;
    await using server = await serve((request, response) => {
      if (isBroken) broken(request, response);
      else document(kind.good, TYPE)(request, response);
      if (isBroken && fault === 'a cut answer') response.destroy();
    });
    using run = open(server.url, server.host);
    const isOptional = kind.records === undefined;
    if (!isOptional) await run.run(kind.source);
    const before = known(run, kind);
    isBroken = true;
    const held = process.memoryUsage().rss;
    const result = await run.run(kind.source, '2026-11-25T06:17:00Z');
    expect(process.memoryUsage().rss - held).toBeLessThan(150 * 1024 * 1024);
    expect(known(run, kind)).toEqual(before);
    expect(statesOf(result)[kind.part]).toBe('failing');
    expect(problemsOf(result).find((line) => line.startsWith(kind.part))).toMatch(says);
    isBroken = false;
    const healed = await run.run(kind.source, '2026-11-26T06:17:00Z');
    expect(statesOf(healed)[kind.part]).not.toBe('failing');
    expect(name).not.toBe('');
  });

  it('an answer that drips is given up at its deadline', async () => {
    await using drip = await serveRaw((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-type: ${TYPE}\r\n\r\n`);
      const timer = setInterval(() => socket.write(' '), 20);
      socket.on('close', () => clearInterval(timer));
    });
    using run = open(drip.url, drip.host);
    run.hurry = 200;
    const result = await run.run(kind.source);
    expect(statesOf(result)[kind.part]).toBe('failing');
    expect(problemsOf(result).join('\n')).toMatch(/no complete answer within 0\.2 s/);
    expect(run.bounds.length).toBeGreaterThan(0);
    for (const { deadlineMs = 60_000, maxBytes = Infinity } of run.bounds) {
      expect(deadlineMs).toBeLessThanOrEqual(60_000);
      expect(maxBytes).toBeLessThanOrEqual(32 * 1024 * 1024);
    }
  });
});

const GBK: Record<string, number[]> = { 甲: [0xbc, 0xd7], 北: [0xb1, 0xb1], 京: [0xbe, 0xa9] };
const gbk = (text: string) =>
  Buffer.concat(Array.from(text, (letter) => Buffer.from(GBK[letter] ?? [...Buffer.from(letter)])));

it('a list in GBK that says so is read', async () => {
  const text = '## Rolling\n**[2026.11.20]**\n\n[甲(北京) - Engineer](https://example.com/a)\n';
  await using server = await serve(document(gbk(text), 'text/plain; charset=gbk'));
  const kind = KINDS['a list at GitHub']!;
  using run = new SectionRun(kind.parts, [server.host], kind.variables(server.url));
  await run.run(kind.source);
  expect(run.records(jobs)).toMatchObject([
    { company: '甲', places: ['Beijing'], title: 'Engineer' },
  ]);
});

it.each([
  [
    'a list at GitHub',
    `## Rolling\n**[2026.11.20]**\n\n${Array.from({ length: 10_000 }, (_, n) => `[甲(北京) - 工程师 ${n} - 全职](https://example.com/${n})`).join('\n\n')}\n`,
  ],
  [
    'a Greenhouse board',
    JSON.stringify({ jobs: Array.from({ length: 10_000 }, (_, n) => ({ title: `Arm ${n}`, absolute_url: `https://example.com/${n}` })) }),
  ],
  [
    'a Lever board',
    JSON.stringify(Array.from({ length: 10_000 }, (_, n) => ({ text: `Leg ${n}`, hostedUrl: `https://example.com/${n}` }))),
  ],
])('%s with ten thousand entries is read whole, and a second run changes no byte', async (name, body) => {
  await using server = await serve(document(body, TYPE));
  const kind = KINDS[name]!;
  using run = new SectionRun(kind.parts, [server.host], kind.variables(server.url));
  await run.run(kind.source);
  expect(run.records(jobs)).toHaveLength(10_000);
  const before = run.bytes();
  await run.run(kind.source);
  expect(run.bytes()).toEqual(before);
}); // prettier-ignore

it('of a list at Hugging Face that is longer than what was asked for, the first are taken and it is said', async () => {
  const body = JSON.stringify(
    Array.from({ length: 10_000 }, (_, n) => ({ id: `lab/set-${n}`, downloads: 20_000 - n, tags: [] })),
  );
  await using server = await serve(document(body, TYPE));
  const kind = KINDS['Hugging Face']!;
  using run = new SectionRun(kind.parts, [server.host], kind.variables(server.url));
  const result = await run.run(kind.source);
  expect(run.records(datasets).filter(({ curated }) => !curated)).toHaveLength(50);
  expect(problemsOf(result).join('\n')).toContain('9950 datasets beyond the 50 that were asked for');
}); // prettier-ignore

it('one job listed twice is one job, and a link that runs something is none', async () => {
  const twice = `${README}\n[甲(北京) - 抓取工程师 - 全职](https://example.com/a)\n\n[乙(上海) - 工程师](javascript:alert(1))\n`;
  await using server = await serve(document(twice, 'text/plain; charset=utf-8'));
  const kind = KINDS['a list at GitHub']!;
  using run = new SectionRun(kind.parts, [server.host], kind.variables(server.url));
  const result = await run.run(kind.source);
  expect(run.records(jobs)).toHaveLength(1);
  expect(problemsOf(result).join('\n')).toContain('line 8 was left out: its link is not usable');
});
