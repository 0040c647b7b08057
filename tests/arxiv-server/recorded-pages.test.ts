import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../real-records.ts';
import { startArxivServer } from './arxiv-server.ts';
import { loadApiPage } from './load-api-page.ts';

const folder = join(sharedData, 'payloads/api');
const legacyPage = 'legacy_1entry_2020-09-04.xml';
const recorded = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.startsWith('new_'))
  : [];

/** `new_q_testing_s5_m15_http200.xml` → what was asked. */
function askedFor(name: string): { query: string; status: number; ids: string } {
  const [, kind, value = '', start, max, status] =
    /^new_(q|id)_(.+)_s(\d+)_m(\d+)_http(\d+)\.xml$/.exec(name) ?? [];
  // in a file name `_` stands for the comma of a list and for the slash of an old id
  const ids = value.replaceAll(/_(?=\d{7})/g, '/').replaceAll('_', ',');
  const what = kind === 'q' ? `search_query=${value}` : `id_list=${ids}`;
  return { query: `${what}&start=${start}&max_results=${max}`, status: Number(status), ids };
}

describe.skipIf(recorded.length === 0)('the recorded pages of the real API', () => {
  const whole = recorded.find((name) => name.startsWith('new_q_testing_s0_m100'));

  it.each(recorded)('are answered byte for byte: %s', async (name) => {
    const expected = readFileSync(join(folder, name), 'utf8');
    const { stamped, total } = loadApiPage(expected);
    const { query, status, ids } = askedFor(name);
    // a slice of a query is cut from the whole recording, so that paging is the server's
    const source = ids.startsWith('testing') && whole ? whole : name;
    const { papers } = loadApiPage(readFileSync(join(folder, source), 'utf8'));
    const held = status === 200 ? papers : [];
    const server = await startArxivServer({
      papers: held,
      clock: () => stamped,
      unloadedMatches: total - held.length,
    });
    try {
      const response = await fetch(`${server.apiUrl}?${query}`);
      expect(response.status).toBe(status);
      expect(await response.text()).toBe(expected);
    } finally {
      await server.close();
    }
  });
});

describe.skipIf(!existsSync(join(folder, legacyPage)))(
  'a recorded page of the older server',
  () => {
    it('is answered byte for byte', async () => {
      const expected = readFileSync(join(folder, legacyPage), 'utf8');
      const { papers, stamped } = loadApiPage(expected);
      const unwrapped = papers.map((paper) => ({
        ...paper,
        versions: paper.versions.map((v) => ({
          ...v,
          title: oneLine(v.title),
          abstract: oneLine(v.abstract),
        })),
      }));
      const server = await startArxivServer({
        papers: unwrapped,
        clock: () => stamped,
        apiForm: 'legacy',
      });
      try {
        const response = await fetch(`${server.apiUrl}?id_list=1601.00001`);
        expect(await response.text()).toBe(expected);
      } finally {
        await server.close();
      }
    });
  },
);

const oneLine = (wrapped: string): string => wrapped.replaceAll(/\s+/g, ' ').trim();
