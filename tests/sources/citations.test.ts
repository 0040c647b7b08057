import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import type { Paper } from '../../src/paper.ts';
import { serve, status } from '../../src/http/fixtures/local-server.ts';
import { citationsSource } from '../../src/update/citations-source.ts';
import { problemsOf, SectionRun, statesOf } from './section-run.ts';
import { aPaper } from './a-paper.ts';

/** Reads the ids that a batch request asks for. */
async function idsOf(request: AsyncIterable<Buffer>): Promise<string[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return (JSON.parse(Buffer.concat(chunks).toString()) as { ids: string[] }).ids;
}
/** A server that answers to the ids of each batch. */
const serveIds = (
  answer: (ids: string[], response: ServerResponse, request: IncomingMessage) => void,
) =>
  serve((request, response) => void idsOf(request).then((ids) => answer(ids, response, request)));
const citations = { enabled: true, refresh_days: 30, max_per_run: 1000 };
const known = (count: number): Partial<Paper> => ({
  citations: { count, influential: 0, venue: null, as_of: '2026-09-01' },
});
const countsOf = (run: SectionRun) =>
  Object.fromEntries(
    [...run.snapshot().allPapers()].map(({ id, citations: c }) => [
      id,
      c ? `${c.count} ${c.as_of}` : null,
    ]),
  );

it('asks in batches of at most 500 by arXiv id, and not for papers too young to be cited', async () => {
  const asked: string[][] = [];
  await using server = await serveIds((ids, response) => {
    asked.push(ids);
    response.end(
      JSON.stringify(
        ids.map((_, n) =>
          n === 0 ? null : { citationCount: n, influentialCitationCount: 1, venue: 'CoRL' },
        ),
      ),
    );
  });
  using run = new SectionRun({ citations }, [server.host], {
    SEMANTIC_SCHOLAR_URL: server.url,
    S2_API_KEY: 'invented-key',
  });
  const old = Array.from({ length: 620 }, (_, n) =>
    aPaper(`2601.${String(n + 1).padStart(5, '0')}`, '2026-01-20'),
  );
  run.put([...old, aPaper('2611.00001', '2026-11-20')]);
  await run.run(citationsSource);
  expect(asked.map((ids) => [ids.length, ids[0]])).toEqual([
    [500, 'ARXIV:2601.00001'],
    [120, 'ARXIV:2601.00501'],
  ]);
  expect(server.requests[0]).toMatchObject({
    method: 'POST',
    headers: { 'x-api-key': 'invented-key' },
  });
  expect(server.requests[0]?.url).toContain('/graph/v1/paper/batch?fields=citationCount');
  expect(countsOf(run)).toMatchObject({
    '2601.00001': null,
    '2601.00002': '1 2026-11-24',
    '2611.00001': null,
  });
  const before = run.bytes();
  await run.run(citationsSource);
  expect(run.bytes()).toEqual(before);
});

it('never puts a zero over a count, and leaves what is as it was untouched', async () => {
  const counts: Record<string, number | null> = {
    'ARXIV:2601.00001': 0,
    'ARXIV:2601.00002': 7,
    'ARXIV:2601.00003': 9,
    'ARXIV:2601.00004': null,
  };
  await using server = await serveIds((ids, response) => {
    response.end(
      JSON.stringify(
        ids.map((id) =>
          (counts[id] ?? null) === null
            ? null
            : { citationCount: counts[id], influentialCitationCount: 0, venue: '' },
        ),
      ),
    );
  });
  using run = new SectionRun({ citations }, [server.host], { SEMANTIC_SCHOLAR_URL: server.url });
  run.put(['1', '2', '3', '4'].map((n) => aPaper(`2601.0000${n}`, '2026-01-20', known(7))));
  await run.run(citationsSource);
  expect(countsOf(run)).toEqual({
    '2601.00001': '7 2026-09-01',
    '2601.00002': '7 2026-09-01',
    '2601.00003': '9 2026-11-24',
    '2601.00004': '7 2026-09-01',
  });
});

it.each([
  ['429', status(429, { 'retry-after': '0' })],
  ['a page', status(200, { 'content-type': 'text/html' }, '<html>')],
  ['too few figures', status(200, {}, '[]')],
  ['figures of another form', status(200, {}, '[{"citationCount":"many"}]')],
])('%s keeps the old figures with their date, and the next day asks again', async (_, answer) => {
  let broken = true;
  await using server = await serveIds((ids, response, request) => {
    if (broken) answer(request, response);
    else response.end(JSON.stringify(ids.map(() => ({ citationCount: 8 }))));
  });
  using run = new SectionRun({ citations }, [server.host], { SEMANTIC_SCHOLAR_URL: server.url });
  run.put([aPaper('2601.00001', '2026-01-20', known(7))]);
  const result = await run.run(citationsSource);
  expect(statesOf(result)).toEqual({ citations: 'failing' });
  expect(problemsOf(result).join()).toContain('the known figures stand with their date');
  expect(countsOf(run)).toEqual({ '2601.00001': '7 2026-09-01' });
  broken = false;
  await run.run(citationsSource, '2026-11-25T06:17:00Z');
  expect(countsOf(run)).toEqual({ '2601.00001': '8 2026-11-25' });
});

it('a run asks for no more than config allows; the next days go on, and a new round begins when the last is old', async () => {
  const asked: string[] = [];
  await using server = await serveIds((ids, response) => {
    asked.push(...ids.map((id) => id.slice(-1)));
    response.end(JSON.stringify(ids.map(() => ({ citationCount: 1 }))));
  });
  const config = { citations: { ...citations, max_per_run: 2 } };
  using run = new SectionRun(config, [server.host], { SEMANTIC_SCHOLAR_URL: server.url });
  run.put(
    ['1', '2', '3'].map((n) => aPaper(`2601.0000${n}`, n === '3' ? '2026-01-21' : '2026-01-20')),
  );
  for (const day of ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-30', '2026-12-01'])
    await run.run(citationsSource, `${day}T06:00:00Z`);
  expect(asked.join('')).toBe('12312');
});
