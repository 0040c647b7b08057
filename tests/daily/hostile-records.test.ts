import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Paper, PaperId } from '../../src/paper.ts';
import type { Fault } from '../arxiv-server/faults.ts';
import { varnish503 } from '../arxiv-server/faults.ts';
import type { ServedPaper, ServedVersion } from '../arxiv-server/served-paper.ts';
import { morning, startRehearsal, type Rehearsal } from './rehearsal.ts';

const day = '2026-11-10';
const plain: ServedVersion = {
  version: 1,
  submitted: '2026-11-09T10:00:00Z',
  announced: day,
  title: 'A plain title',
  abstract: 'A robot walks.',
  authors: [{ name: 'Ada Lovelace' }],
  comment: null,
  journal_ref: null,
  doi: null,
};

const paper = (
  id: PaperId,
  more: Partial<ServedVersion>,
  earlier: ServedVersion[] = [],
): ServedPaper => ({
  id,
  categories: ['cs.RO'],
  license: 'http://creativecommons.org/licenses/by/4.0/',
  versions: [...earlier, { ...plain, ...more }],
});

const crowd = Array.from({ length: 547 }, (_, i) => ({ name: `Person Nr${i} Müller` }));

const papers: ServedPaper[] = [
  paper('2611.00010', { title: 'A CDATA end ]]> in a title', abstract: 'x ]]> y <![CDATA[ z' }),
  paper('2611.00020', { abstract: 'Walks </script><script>alert(1)</script> & on.' }),
  paper('2611.00030', {
    comment:
      'Code: javascript:alert(1) and data:text/html,x and https://github.com/pulse-lab/gait.',
  }),
  paper('2611.00040', { authors: crowd }),
  paper('2611.00050', { title: 'Right-to-left \u202Eevil\u202C and zero\u200Bwidth' }),
  paper('2611.00060', { title: 'Entities &lt;b&gt; stay as they were written' }),
  paper('2611.10', { title: 'An id that a parser would take for 2611.1' }),
];

describe('a listing of hostile records', () => {
  let rehearsal: Rehearsal;
  let stored: Map<PaperId, Paper>;

  const load = async (): Promise<void> => {
    await rehearsal.run(morning(day));
    stored = new Map([...rehearsal.snapshot().allPapers()].map((entry) => [entry.id, entry]));
  };

  beforeAll(async () => {
    rehearsal = await startRehearsal({ papers });
    await load();
  });
  afterAll(() => rehearsal.close());

  it('comes through as the text that it is', () => {
    expect(stored.get('2611.00010')?.title).toBe('A CDATA end ]]> in a title');
    expect(stored.get('2611.00010')?.abstract).toBe('x ]]> y <![CDATA[ z');
    expect(stored.get('2611.00020')?.abstract).toBe(
      'Walks </script><script>alert(1)</script> & on.',
    );
    expect(stored.get('2611.00060')?.title).toBe('Entities &lt;b&gt; stay as they were written');
  });

  it('gives http(s) links only', () => {
    expect(stored.get('2611.00030')?.links).toEqual([
      { kind: 'code', url: 'https://github.com/pulse-lab/gait' },
    ]);
  });

  it('keeps every author in order', () => {
    expect(stored.get('2611.00040')?.authors.map(({ name }) => name)).toEqual(
      crowd.map(({ name }) => name),
    );
  });

  it('loses characters that reorder or hide text', () => {
    expect(stored.get('2611.00050')?.title).toBe('Right-to-left evil and zerowidth');
  });

  it('leaves out an id that arXiv cannot have given, and names it', async () => {
    expect([...stored.keys()].filter((id) => !/^\d{4}\.\d{5}$/.test(id))).toEqual([]);
    const messages = [...rehearsal.snapshot().receipts()].flatMap((receipt) =>
      'problems' in receipt ? receipt.problems.map(({ message }) => message) : [],
    );
    expect(messages.some((message) => message.includes('2611.10v1'))).toBe(true);
  });
});

describe('a control character in a title, which XML forbids', () => {
  const withBackspace: Fault = {
    kind: 'change',
    change: (answer) => ({
      ...answer,
      body: answer.body.replace('A plain title', 'A pl\bain title'),
    }),
  };

  it.each(['api', 'any'] as const)('leaves the snapshot correct (%s)', async (channel) => {
    const rehearsal = await startRehearsal({ papers: [paper('2611.00070', {})] });
    rehearsal.server.fail(channel, withBackspace);
    await rehearsal.run(morning(day));
    for (const { title } of rehearsal.snapshot().allPapers()) expect(title).toBe('A plain title');
    rehearsal.server.heal();
    await rehearsal.run(morning(day));
    expect([...rehearsal.snapshot().allPapers()].map(({ title }) => title)).toEqual([
      'A plain title',
    ]);
    await rehearsal.close();
  });
});

describe('a paper whose authors come as one line of TeX', () => {
  it('has the same authors by OAI-PMH as by the API', async () => {
    const names = [
      'Jürgen Müller',
      'José García',
      'Łukasz Dvořák',
      'Søren Şahin',
      'Ada van der Berg',
    ];
    const served = [paper('2611.00080', { authors: names.map((name) => ({ name })) })];
    const rehearsal = await startRehearsal({ papers: served });
    rehearsal.server.fail('api', varnish503());
    rehearsal.server.fail('feed', varnish503());
    await rehearsal.run(morning(day));
    const [stored] = [...rehearsal.snapshot().allPapers()];
    expect(stored?.authors.map(({ name }) => name)).toEqual(names);
    await rehearsal.close();
  });
});
