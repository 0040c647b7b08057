/** The pages about sources say of each shipped one what it is, and the recipe for a further one is true. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { status, serve } from '../../src/http/fixtures/local-server.ts';
import { HttpFailure } from '../../src/http/http-failure.ts';
import { news } from '../../src/store/news-kind.ts';
import { sources } from '../../src/update/sources.ts';
import type { Source } from '../../src/update/source.ts';
import { problemsOf, SectionRun, statesOf } from './section-run.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const config = parseConfig(read('config.yaml'), 'config.yaml');

describe.each(['docs/sources.md', 'docs/sources.zh-CN.md'])('%s', (file) => {
  const page = read(file);
  it.each(config.news.sources)('has a row for the feed $id, with its address and what is kept', ({ id, url, match }) => {
    const row = page.split('\n').find((line) => line.includes(`\`${id}\``)) ?? '';
    expect(row).toContain(url);
    expect(row).toMatch(match === 'all' ? /\| *(?:all|全部) *\|/ : /\| *(?:by topic|按主题) *\|/);
  });

  it('names every list, board and tag', () => {
    const { github, greenhouse, lever } = config.jobs;
    for (const { repo, section } of github) expect(page).toMatch(new RegExp(`${repo}.*${section}`));
    for (const { board } of greenhouse) expect(page).toContain(`/v1/boards/${board}/jobs`);
    for (const { board } of lever) expect(page).toContain(`/v0/postings/${board}?mode=json`);
    for (const tag of config.datasets.huggingface.tags) expect(page).toContain(`\`${tag}\``);
    for (const address of Object.values(config.endpoints))
      expect(page).toContain(new URL(address).host.replace(/^api\.github\.com$/, 'GitHub API'));
  });

  it('names no feed or board that is not shipped', () => {
    const ids = [...page.matchAll(/[(（]`([a-z0-9-]+)`[)）]/g)].map(([, id = '']) => id);
    expect(ids.toSorted()).toEqual(config.news.sources.map(({ id }) => id).toSorted());
    const boards = [...page.matchAll(/\/(?:boards|postings)\/([a-z0-9-]+)/g)].map(([, board = '']) => board);
    const ours = [...config.jobs.greenhouse, ...config.jobs.lever].map(({ board }) => board);
    expect(boards.toSorted()).toEqual(ours.toSorted());
  });

  it('points at tests and pages that exist', () => {
    const paths = [...page.matchAll(/`((?:tests|src|data)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(4);
    for (const path of paths) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
  });
}); // prettier-ignore

describe('the recipe “Add a source”', () => {
  const recipe = /## Add a source\n([^]*?)(?=\n## |$)/.exec(read('CONTRIBUTING.md'))?.[1] ?? '';

  it('names files that exist, or patterns that some file fits', () => {
    const paths = [...recipe.matchAll(/`((?:tests|src|data)\/[^`\s]+)`/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(6);
    for (const path of paths) {
      const found = globSync(path.replaceAll(/<[^>]+>/g, '*').replace(/\/$/, ''), { cwd: root });
      expect([path, found.length > 0]).toEqual([path, true]);
    }
  });

  it('is followed by the sources that there are: a file in src/update/, a line in sources.ts', () => {
    const list = read('src/update/sources.ts');
    for (const { name } of sources) expect(list).toMatch(new RegExp(`import \\{ ${name}Source \\} from './(?:arxiv/)?${name}-source\\.ts'`));
  });

  it('gives a source of a new kind its records, states and receipt', async () => {
    await using server = await serve((request, response) => {
      if (request.url === '/good') response.end('["Arms that wait"]');
      else status(503)(request, response);
    });
    const talks: Source = {
      name: 'talks',
      async run({ client, today, now }) {
        const ask = async (part: string) => {
          try {
            const { body } = await client.get(`${server.url}/${part}`, { accept: 'application/json', retry: false, publicOnly: true });
            return { titles: JSON.parse(body) as string[], problem: null };
          } catch (error) {
            if (!(error instanceof HttpFailure)) throw error;
            return { titles: [], problem: error.message };
          }
        };
        const [good, bad] = [await ask('good'), await ask('bad')];
        const upsert = good.titles.map((title) => ({
          id: `talk-${title.length}`, title, excerpt: '', language: 'en' as const, published: now, published_from: 'fetched' as const,
          first_seen: today, authors: [], told: [{ source: 'talks', url: 'https://talks.example.com/1' }], papers: [],
        }));
        return {
          state: 'new',
          answered: true,
          records: [{ kind: news, upsert }],
          parts: {
            good: { state: 'new', answered: true, brought: { added: 1, updated: 0 } },
            bad: { state: 'failing', answered: false, problems: [{ message: bad.problem ?? '' }] },
          },
        };
      },
    };
    using run = new SectionRun({}, [server.host]);
    const result = await run.run(talks);
    expect(run.records(news)).toMatchObject([{ title: 'Arms that wait' }]);
    expect(statesOf(result)).toEqual({ talks: 'new', 'talks/good': 'new', 'talks/bad': 'failing' });
    expect(problemsOf(result).join()).toContain('503');
    expect(result.snapshot.manifest.sources['talks/bad']).toMatchObject({ state: 'failing' });
    expect(result.receipts.at(-1)).toMatchObject({ sources: { 'talks/good': { added: 1 } } });
  });
}); // prettier-ignore
