import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { planImport, type TableReport } from '../../src/import/import-database.ts';
import { readPaperRow } from '../../src/import/paper-row.ts';
import { fileOfUrl, readDatabase } from '../../src/import/read-database.ts';
import { isRefused } from '../../src/import/reading.ts';
import { reportText } from '../../src/import/report-text.ts';
import type { Paper } from '../../src/paper.ts';
import { commitSnapshot } from '../../src/store/commit-snapshot.ts';
import { datasets } from '../../src/store/dataset-kind.ts';
import { jobs } from '../../src/store/job-kinds.ts';
import { mergePaper } from '../../src/store/merge-paper.ts';
import { news } from '../../src/store/news-kind.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { parsePaper } from '../../src/store/paper-schema.ts';
import {
  paperRow,
  writeDatabase,
  type EarlierContent,
  type EarlierRow,
} from './earlier-database.ts';

const config = parseConfig(
  `
site: { title: Import }
arxiv: { categories: { cs.RO: all } }
topics: [{ id: hands, name: Hands, include: [dexterous manipulation] }]
news:
  phrases: [robot, 机器人]
  sources: [{ id: ieee-spectrum, name: IEEE Spectrum, url: https://spectrum.ieee.org/feeds/topic/robotics.rss, match: all }]
jobs: { github: [{ repo: StarCycle/Awesome-Embodied-AI-Job, path: README.md, section: Rolling }] }
`,
  'import.yaml',
);
const now = '2026-11-27T08:00:00Z';
const today = '2026-11-27';

let dir: string;
let data: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pulse-import-'));
  data = join(dir, 'data');
  file = join(dir, 'papers.db');
  mkdirSync(data);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const open = () => openSnapshot(data, { cacheFile: null });
const held = (): Paper[] => [...open().allPapers()];

async function run(curatedNames: string[] = []): Promise<Record<string, TableReport> & { changed: boolean }> {
  const { changes, reports } = planImport(await readDatabase(file), open(), { config, now, curatedNames });
  const { changed } = commitSnapshot(data, changes);
  const byTable = Object.fromEntries(reports.map((report) => [report.table, report]));
  for (const { rows, added, updated, known, refused } of reports)
    expect(added + updated + known + refused.length).toBe(rows);
  return { ...byTable, changed } as Record<string, TableReport> & { changed: boolean };
} // prettier-ignore

async function importRows(content: EarlierContent, form: 'first' | 'later' = 'later') {
  rmSync(file, { force: true });
  writeDatabase(file, form, content);
  return run();
}

const one = async (row: EarlierRow): Promise<{ paper: Paper; repairs: string[] }> => {
  const { papers } = await importRows({ papers: [paperRow(row)] });
  return { paper: held()[0] as Paper, repairs: [...(papers?.repaired.keys() ?? [])] };
};

describe.each(['first', 'later'] as const)('a database of the %s form', (form) => {
  it('gives provisional records, which the next run with network completes', async () => {
    const { papers, changed } = await importRows({ papers: [paperRow({})] }, form);
    expect(changed).toBe(true);
    expect(papers).toMatchObject({ rows: 1, added: 1, refused: [] });
    expect(held()).toEqual([
      expect.objectContaining({
        id: '2511.01234', version: 1, title: 'A Patient Gripper', abstract: null, provisional: true,
        authors: [{ name: 'Ada Example' }, { name: 'Bo Probe' }], submitted: '2025-11-04T00:00:00Z',
        announced_from: 'derived', first_seen: today,
      }),
    ]); // prettier-ignore
  });

  it('gives way in every field to what arXiv states', async () => {
    await importRows({ papers: [paperRow({ authors: 'Zed Team', title: 'An old title' })] }, form);
    const stated = {
      id: '2511.01234', version: 2, title: 'A Patient Gripper, Revised', abstract: 'Invented words.',
      authors: [{ name: 'Ada Example' }], categories: ['cs.RO'], primary_category: 'cs.RO',
      submitted: '2025-11-04T17:00:00Z', updated: '2025-12-01T10:00:00Z', comment: null, journal_ref: null, doi: null,
    }; // prettier-ignore
    const { paper } = mergePaper(held()[0], { ...stated, from: 'api' }, today);
    expect(paper).toMatchObject(stated);
    expect(paper.provisional).toBeUndefined();
  });

  it('changes nothing when it is imported again, on whatever day', async () => {
    const content = { papers: [paperRow({}), paperRow({ id: '2511.09999v3', code_url: 'https://github.com/a/b' })] }; // prettier-ignore
    await importRows(content, form);
    const before = held();
    const again = await run();
    expect(again.changed).toBe(false);
    expect(again['papers']).toMatchObject({ rows: 2, added: 0, updated: 0, known: 2 });
    const tables = await readDatabase(file);
    const later = planImport(tables, open(), { config, now: '2027-03-01T08:00:00Z', curatedNames: [] }); // prettier-ignore
    expect(later.changes.papers).toEqual([]);
    expect(held()).toEqual(before);
  });
});

describe('known faults', () => {
  it('takes the version off an id, and two versions for one paper', async () => {
    const { papers } = await importRows({
      papers: [
        paperRow({ id: '2511.01234v1' }),
        paperRow({ id: '2511.01234v2', title: 'A Patient Gripper, Retitled' }),
      ],
    });
    expect(held()).toHaveLength(1);
    expect(held()[0]).toMatchObject({ id: '2511.01234', version: 2 });
    expect(papers).toMatchObject({ rows: 2, added: 1, known: 1 });
    expect(papers?.repaired.get('the version was taken off the id')).toHaveLength(2);
  });

  it.each(['Wang Team', 'Wang', 'Wang et al.', 'Wang Team, et al'])(
    'does not take %j for a list of all authors',
    async (authors) => {
      const { paper, repairs } = await one({ authors });
      expect(paper.authors).toEqual([]);
      expect(repairs).toContain('the author field is not a list of all authors: left out until arXiv states them'); // prettier-ignore
    },
  );

  it.each([
    ['https://github.com/example/gripper}', 'code', 'https://github.com/example/gripper'],
    ['http://github.com/example/gripper.git', 'code', 'https://github.com/example/gripper'],
    ['**[link](https://github.com/example/gripper)**', 'code', 'https://github.com/example/gripper'],
    ['https://gripper.github.io/', 'project', 'https://gripper.github.io/'],
    ['https://robots.example.org/gripper', 'project', 'https://robots.example.org/gripper'],
  ])('puts the link %s right', async (code_url, kind, url) => {
    const { paper, repairs } = await one({ code_url });
    expect(paper.links).toEqual([{ kind, url }]);
    expect(repairs.some((repair) => repair.startsWith('its code link'))).toBe(true);
  }); // prettier-ignore

  it('leaves out a link that is none', async () => {
    const { paper, repairs } = await one({ code_url: 'javascript:alert(1)' });
    expect(paper.links).toEqual([]);
    expect(repairs).toContain('its code link leads to no code and no project: left out');
  });

  it('says that addresses are https now', async () => {
    const { repairs } = await one({ pdf_url: 'http://arxiv.org/abs/2511.01234' });
    expect(repairs).toContain('the address of the PDF follows from the id, by https');
  });

  it('keeps a “|” that belongs to a title', async () => {
    const { paper } = await one({ title: 'Learning p(a|s) for Hands' });
    expect(paper).toMatchObject({ title: 'Learning p(a|s) for Hands', authors: [{ name: 'Ada Example' }, { name: 'Bo Probe' }] }); // prettier-ignore
  });

  it('puts a row right whose columns a “|” had moved', async () => {
    // as the earlier product cut its own lines: |**date**|**title**|authors|[id](url)|code|
    const line = '|**2025-11-04**|**Learning p(a|s) for Hands**|Zed Team|[2511.01234v1](http://arxiv.org/abs/2511.01234v1)|null|'; // prettier-ignore
    const [, , title, authors, pdf_url, code_url] = line.split('|') as [string, string, string, string, string, string]; // prettier-ignore
    const { paper, repairs } = await one({ id: 'x', title, authors, pdf_url, code_url });
    expect(paper).toMatchObject({ id: '2511.01234', title: 'Learning p(a | s) for Hands', authors: [], links: [] }); // prettier-ignore
    expect(repairs).toContain('a “|” in the title had moved the columns');
  });

  it('lets the month of the id stand in for a day that cannot be', async () => {
    expect((await one({ publish_date: null })).paper.submitted).toBe('2025-11-01T00:00:00Z');
    rmSync(data, { recursive: true });
    expect((await one({ publish_date: '2020-01-01' })).paper.submitted).toBe('2025-11-01T00:00:00Z');
    rmSync(data, { recursive: true });
    expect((await one({ publish_date: '2025-10-31 23:59:00.123456' })).paper.submitted).toBe('2025-10-31T00:00:00Z'); // prettier-ignore
  }); // prettier-ignore

  it.each([
    [{ id: 'not-an-id', pdf_url: '' }, 'no column holds an arXiv id'],
    [{ title: '  ' }, 'it has no title'],
    [{ id: '2801.00001', pdf_url: '' }, 'its id is of a month that has not come'],
    [{ id: '2511.1234', pdf_url: '' }, 'no column holds an arXiv id'],
  ])('refuses %j and says why', async (row, why) => {
    const { papers } = await importRows({ papers: [paperRow(row), paperRow({ id: '2511.00001' })] });
    expect(papers?.refused).toEqual([expect.objectContaining({ why })]);
    expect(held().map(({ id }) => id)).toEqual(['2511.00001']);
  }); // prettier-ignore

  it('takes an abstract but not what stood in for one', async () => {
    expect((await one({ abstract: 'Some <b>words</b>.' })).paper.abstract).toBe('Some <b>words</b>.');
    rmSync(data, { recursive: true });
    expect((await one({ abstract: '暂无摘要' })).paper.abstract).toBeNull();
  }); // prettier-ignore

  it('takes citation figures with their day, and none without', async () => {
    const figures = { citation_count: 12, influential_citation_count: 3, venue: 'CoRL' };
    const { paper } = await one({ ...figures, semantic_scholar_updated_at: '2025-12-20 08:00:00' });
    expect(paper.citations).toEqual({ count: 12, influential: 3, venue: 'CoRL', as_of: '2025-12-20' }); // prettier-ignore
    rmSync(data, { recursive: true });
    expect((await one(figures)).paper.citations).toBeUndefined();
  });

  it('gives a record that the snapshot takes, or a reason, for any row', () => {
    const any = fc.oneof(fc.string(), fc.constant(null), fc.integer(), fc.constantFrom('**', '|', '2511.01234v9', 'http://arxiv.org/abs/2511.01234', 'https://github.com/a/b}', '2025-11-04')); // prettier-ignore
    const row = fc.record({ id: any, title: any, authors: any, publish_date: any, update_date: any, pdf_url: any, code_url: any, abstract: any, citation_count: any, semantic_scholar_updated_at: any }); // prettier-ignore
    fc.assert(
      fc.property(row, (given) => {
        const reading = readPaperRow(given, today);
        if (isRefused(reading)) expect(reading.why).not.toBe('');
        else
          expect(() =>
            parsePaper(mergePaper(undefined, reading.record, today).paper),
          ).not.toThrow();
      }),
    );
  });
});

describe('a snapshot that knows the paper', () => {
  const stated = {
    id: '2511.01234', version: 1, title: 'A Patient Gripper', abstract: 'Invented words.',
    authors: [{ name: 'Ada Example' }, { name: 'Bo Probe' }], categories: ['cs.RO', 'cs.AI'], primary_category: 'cs.RO',
    submitted: '2025-11-04T17:00:00Z', updated: '2025-11-04T17:00:00Z', comment: '8 pages', journal_ref: null,
    doi: '10.1000/1', announced: '2025-11-05', announcedFrom: 'feed',
  } as const; // prettier-ignore
  const put = (from: 'api' | 'feed', extra = {}): Paper => {
    const observation = { ...stated, authors: [...stated.authors], categories: [...stated.categories], ...extra, from }; // prettier-ignore
    const { paper } = mergePaper(undefined, observation, '2025-11-05');
    commitSnapshot(data, { base: open(), papers: [paper] });
    return paper;
  };

  it('keeps every word of it', async () => {
    const before = put('api');
    const { papers, changed } = await importRows({
      papers: [paperRow({ title: 'A worse title', authors: 'X Team', abstract: 'Worse.', publish_date: '2025-11-03' })],
    }); // prettier-ignore
    expect(held()).toEqual([before]);
    expect(papers).toMatchObject({ added: 0, updated: 0, known: 1 });
    expect(changed).toBe(false);
  });

  it('gains a link that it lacks', async () => {
    const before = put('api');
    await importRows({ papers: [paperRow({ code_url: 'https://github.com/example/gripper' })] });
    const link = { kind: 'code', url: 'https://github.com/example/gripper' };
    expect(held()).toEqual([{ ...before, links: [link] }]);
  });

  it('of a provisional record gains the abstract and keeps the rest', async () => {
    const before = put('feed', { abstract: null });
    await importRows({ papers: [paperRow({ abstract: 'Words from before.', title: 'Worse' })] });
    expect(held()[0]).toMatchObject({ title: before.title, authors: before.authors, categories: before.categories, abstract: 'Words from before.', announced: '2025-11-05' }); // prettier-ignore
  });
});

describe('news, jobs and datasets', () => {
  const story = { title: 'A new robot hand', description: '<p>It <b>grips</b> well.</p>', link: 'https://www.example.com/hand?utm_source=x', source: 'Example News', published_at: '2025-12-07 09:00:00' }; // prettier-ignore
  const job = { title: 'Controls engineer 全职', company: 'Example Robotics', location: '上海', link: 'https://jobs.example.com/1', source_date: '2025.12.7', job_type: '全职' }; // prettier-ignore
  const set = { name: 'Example Hands', publisher: 'Example Lab', publish_date: '2025-06-01', paper_link: 'https://arxiv.org/abs/2506.01234', dataset_link: 'https://data.example.org/hands', scale: '76k trajectories', description: '待补充', tags: '["hand","grasp"]' }; // prettier-ignore

  it('takes news that is on topic, as plain text, and refuses the rest', async () => {
    const { news: report } = await importRows({
      news: [
        story,
        { ...story, link: 'https://spectrum.ieee.org/robot-dog', source: 'rss', title: 'A robot dog walks' },
        { ...story, title: 'Stocks fall', description: '', link: 'https://www.example.com/stocks' },
        { ...story, link: 'javascript:alert(1)' },
        { ...story, link: '/relative' },
      ],
    }); // prettier-ignore
    expect(report?.refused.map(({ why }) => why)).toEqual([
      'off topic by the topics and news.phrases of config.yaml',
      expect.stringContaining('its link is not usable'),
      'its link is not usable (/relative)',
    ]);
    const items = [...open().records(news)];
    expect(items.map(({ told }) => told[0]?.source ?? '').toSorted()).toEqual(['example-news', 'ieee-spectrum']); // prettier-ignore
    expect(items.find(({ title }) => title === story.title)).toMatchObject({
      excerpt: 'It grips well.', published: '2025-12-07T09:00:00Z', told: [{ url: 'https://www.example.com/hand' }],
    }); // prettier-ignore
  });

  it('takes jobs without what belongs to a person, for the next run to close or to keep', async () => {
    const { jobs: report } = await importRows({
      jobs: [
        job,
        { ...job, link: 'https://jobs.example.com/2', title: 'Intern 微信: robot_hr_2025' },
        { ...job, link: 'https://jobs.example.com/a(b' },
        { ...job, link: 'apply/3' },
        { ...job, link: 'https://jobs.example.com/4', company: null },
      ],
    });
    expect(report?.refused.map(({ why }) => why)).toEqual([
      'its link is cut at a bracket',
      'its link is not usable (apply/3)',
      'it does not name a company and a job',
    ]);
    const records = [...open().records(jobs)];
    expect(JSON.stringify(records)).not.toContain('robot_hr_2025');
    expect(records).toContainEqual(
      expect.objectContaining({ company: 'Example Robotics', places: ['Shanghai'], posted: '2025-12-07', type: 'full-time', source: 'github-starcycle-awesome-embodied-ai-job', closed_on: null }),
    ); // prettier-ignore
  });

  it('takes datasets that no list has yet, without placeholders and without a paper that two share', async () => {
    writeDatabase(file, 'later', {
      datasets: [
        set,
        { ...set, name: 'Other Hands', paper_link: 'https://arxiv.org/abs/2506.05555v2' },
        { ...set, name: 'Third Hands', paper_link: 'https://arxiv.org/abs/2506.05555' },
        { ...set, name: 'Open X-Embodiment', paper_link: null },
        { ...set, name: 'Nowhere', paper_link: null, dataset_link: null },
      ],
    });
    const { datasets: report } = await run(['Open X Embodiment']);
    expect(report).toMatchObject({ added: 3, known: 1 });
    expect(report?.refused).toEqual([expect.objectContaining({ why: 'none of its links is usable' })]); // prettier-ignore
    const records = new Map([...open().records(datasets)].map((record) => [record.name, record]));
    expect(records.get('Example Hands')).toMatchObject({ year: 2025, paper: '2506.01234', size: [{ value: 76_000, unit: 'trajectories' }], description: null, tags: ['hand', 'grasp'], curated: false }); // prettier-ignore
    expect(records.get('Other Hands')?.paper).toBeNull();
    expect(records.get('Third Hands')?.paper).toBeNull();
  });

  it('change nothing when they are imported again', async () => {
    await importRows({ news: [story], jobs: [job], datasets: [set], papers: [paperRow({})] });
    const again = await run();
    expect(again.changed).toBe(false);
    for (const table of ['news', 'jobs', 'datasets'])
      expect(again[table]).toMatchObject({ rows: 1, added: 0, updated: 0, known: 1 });
  });

  it('are told, row by row where they were refused', async () => {
    const { papers } = await importRows({
      papers: [...Array.from({ length: 5 }, (_, n) => paperRow({ id: `2511.0000${n + 1}v1` })), paperRow({ id: 'x', pdf_url: '' })],
    }); // prettier-ignore
    const text = reportText([papers as TableReport]);
    expect(text).toContain('papers: 6 rows = 5 new + 0 that gained something + 0 that say nothing new + 1 refused'); // prettier-ignore
    expect(text).toMatch(/put right, 5: the version was taken off the id \(2511\.00001v1 “A Patient Gripper”; .* and 2 more\)/); // prettier-ignore
    expect(text).toContain('refused: x “A Patient Gripper”: no column holds an arXiv id');
  });
});

describe('readDatabase', () => {
  it('refuses what is no database, or another’s', async () => {
    await expect(readDatabase(join(dir, 'none.db'))).rejects.toThrow(/cannot be read: ENOENT/);
    writeFileSync(file, 'id,title\n');
    await expect(readDatabase(file)).rejects.toThrow('is not a SQLite file');
    rmSync(file);
    new DatabaseSync(file).exec('CREATE TABLE other (id TEXT)');
    await expect(readDatabase(file)).rejects.toThrow('none of the tables papers, news, jobs');
  });

  it('says so when the file is damaged', async () => {
    writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4000, 7)]));
    await expect(readDatabase(file)).rejects.toThrow(/cannot be read: .*integrity_check/);
  });

  it('reads a database whose changes were in a journal, and refuses one whose changes still are', async () => {
    writeDatabase(file, 'first', { papers: [paperRow({})] });
    const db = new DatabaseSync(file);
    db.exec('PRAGMA journal_mode = WAL');
    db.exec("UPDATE papers SET title = 'Changed'");
    await expect(readDatabase(file)).rejects.toThrow(/wal_checkpoint\(TRUNCATE\)/);
    db.close();
    expect((await readDatabase(file)).papers[0]).toMatchObject({ title: 'Changed' });
  });
});

describe('fileOfUrl', () => {
  it.each([
    ['sqlite:///papers.db', 'papers.db'],
    ['sqlite:////srv/papers.db', '/srv/papers.db'],
    ['papers.db', 'papers.db'],
  ])('%s is %s', (url, path) => expect(fileOfUrl(url)).toBe(path));

  it('refuses a server', () => {
    expect(() => fileOfUrl('postgresql://user:secret@host/db')).toThrow(/postgresql server/);
    expect(() => fileOfUrl('postgresql://user:secret@host/db')).not.toThrow(/secret/);
  });
});
