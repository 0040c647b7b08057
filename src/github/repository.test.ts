import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issueBody, SITE_FRESHNESS, type Problem } from './health-issue.ts';
import { RepositoryError, tellRepository, type RepositoryAccess } from './repository.ts';

interface Issue {
  number: number;
  title: string;
  body: string;
  state: string;
  labels: string[];
  comments: string[];
}

let server: Server;
let access: RepositoryAccess;
let issues: Issue[];
let refuse = 0;

/** A GitHub that keeps issues in memory and answers the four calls as api.github.com does. */
beforeEach(async () => {
  issues = [];
  refuse = 0;
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const send = (status: number, value: unknown): void => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(value));
      };
      if (request.headers.authorization !== 'Bearer secret')
        return send(401, { message: 'Bad credentials' });
      if (refuse) return send(refuse, { message: 'Issues are disabled for this repo' });
      const url = new URL(request.url ?? '/', 'http://local');
      const body = text ? (JSON.parse(text) as Record<string, string>) : {};
      const number = Number(/\/issues\/(\d+)/.exec(url.pathname)?.[1]);
      const issue = issues.find((i) => i.number === number);
      if (request.method === 'GET') {
        const label = url.searchParams.get('labels') ?? '';
        return send(
          200,
          issues.filter((i) => i.state === 'open' && i.labels.includes(label)),
        );
      }
      if (request.method === 'POST' && url.pathname.endsWith('/comments')) {
        issue?.comments.push(body['body'] ?? '');
        return send(201, {});
      }
      if (request.method === 'POST') {
        const created: Issue = {
          number: issues.length + 1,
          title: body['title'] ?? '',
          body: body['body'] ?? '',
          state: 'open',
          labels: body['labels'] as unknown as string[],
          comments: [],
        };
        issues.push(created);
        return send(201, created);
      }
      if (issue) Object.assign(issue, body);
      return send(200, issue ?? {});
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  access = { api: `http://127.0.0.1:${port}`, repository: 'someone/pulse', token: 'secret' };
});

afterEach(() => {
  server.close();
});

const throttled: Problem = {
  source: 'arxiv',
  state: 'failing',
  since: '2026-11-23',
  what: 'arXiv asked to wait on five tries',
  remedy: 'nothing: the next run catches up',
};
const tell = (problems: Problem[], run = 'https://example.org/run/1') =>
  tellRepository(problems, access, run);

describe('the one health issue', () => {
  it('is opened once for a fault that lasts, and not touched while nothing about it changes', async () => {
    expect((await tell([throttled])).do).toBe('open');
    expect((await tell([throttled], 'https://example.org/run/2')).do).toBe('nothing');
    expect(issues).toHaveLength(1);
    expect(issues[0]?.title).toContain('arxiv');
  });

  it('is updated when another source fails', async () => {
    await tell([throttled]);
    const action = await tell([throttled, { ...throttled, source: 'news:lab' }]);
    expect(action.do).toBe('update');
    expect(issues).toHaveLength(1);
    expect(issues[0]?.body).toContain('news:lab');
  });

  it('is closed with a comment on recovery, and a later fault opens a new one', async () => {
    await tell([throttled]);
    expect((await tell([])).do).toBe('close');
    expect(issues[0]).toMatchObject({
      state: 'closed',
      comments: [expect.stringContaining('answer again')],
    });
    expect((await tell([])).do).toBe('nothing');
    expect((await tell([throttled])).do).toBe('open');
    expect(issues).toHaveLength(2);
  });

  it('shows hostile text as text: no mention, link, table break or HTML gets through', () => {
    const body = issueBody(
      [{ ...throttled, what: '@everyone | [x](javascript:1)\n<img src=x> `code`' }],
      'https://example.org/run/1',
    );
    const row = body.split('\n').find((line) => line.startsWith('| arxiv')) ?? '';
    expect(row).toContain('\\@everyone \\| \\[x\\](javascript:1) \\<img src=x\\> \\`code\\`');
  });

  it('is not closed by who tells of something else', async () => {
    await tell([throttled]);
    const freshness = { ...throttled, source: 'published site', state: 'stale' };
    await tellRepository([freshness], access, 'https://example.org/run/2', SITE_FRESHNESS);
    expect(issues.map(({ labels }) => labels)).toEqual([['record-health'], ['site-freshness']]);
    expect((await tell([])).do).toBe('close');
    expect(issues.map(({ state }) => state)).toEqual(['closed', 'open']);
    expect((await tellRepository([], access, 'https://example.org/run/3', SITE_FRESHNESS)).do).toBe(
      'close',
    );
  });

  it('says what to do when GitHub refuses', async () => {
    refuse = 410;
    await expect(tell([throttled])).rejects.toThrow(RepositoryError);
    refuse = 403;
    await expect(tell([throttled])).rejects.toThrow(/issues: write/);
  });
});
