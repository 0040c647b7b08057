/** Merging from a common beginning: what one side alone did stands. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from './canonical-json.ts';
import { commitSnapshot } from './commit-snapshot.ts';
import { failingFiles } from './fixtures/failing-files.ts';
import { contents, temporaryFolder } from './fixtures/folder.ts';
import { inventedPaper } from './fixtures/invented-papers.ts';
import type { SourceEntry } from './manifest.ts';
import { mergeSnapshots } from './merge-snapshots.ts';
import { openSnapshot } from './open-snapshot.ts';
import { recordKind } from './record-kind.ts';
import type { Changes } from './snapshot.ts';
import { verifySnapshot } from './verify-snapshot.ts';
import { writeSnapshot } from './write-snapshot.ts';

const { files } = failingFiles(null);
const effects = { files, cacheFile: null };

interface Note {
  id: string;
  month: string;
  text: string;
}

const notes = recordKind<Note>({
  name: 'notes',
  shardOf: ({ month }) => month,
  parse: (value) => value as Note,
});

const note = (id: number, text: string): Note => ({
  id: `n${id}`,
  month: `2023-0${1 + (id % 3)}`,
  text,
});

type Step = Omit<Changes, 'base'>;

/** Merges what two sides made of one beginning, both ways; the bytes must be the same. */
function merged(start: Step, ours: Step, theirs: Step) {
  const [begun, a, b] = ['begun', 'a', 'b'].map((name) => join(temporaryFolder(), name)) as [
    string,
    string,
    string,
  ];
  const commit = (dir: string, step: Step) =>
    commitSnapshot(dir, { base: openSnapshot(dir, effects), ...step }, effects);
  commit(begun, start);
  for (const [dir, step] of [
    [a, ours],
    [b, theirs],
  ] as const) {
    cpSync(begun, dir, { recursive: true });
    commit(dir, step);
  }
  const [base, left, right] = [begun, a, b].map((dir) => openSnapshot(dir, effects)) as [
    ReturnType<typeof openSnapshot>,
    ReturnType<typeof openSnapshot>,
    ReturnType<typeof openSnapshot>,
  ];
  const [one, other] = [
    mergeSnapshots(left, right, [notes], base),
    mergeSnapshots(right, left, [notes], base),
  ];
  writeSnapshot(a, one, effects);
  writeSnapshot(b, other, effects);
  expect(contents(a)).toEqual(contents(b));
  expect(verifySnapshot(a).problems).toEqual([]);
  return openSnapshot(a, effects);
}

const upsert = (...list: Note[]): Step => ({ records: [{ kind: notes, upsert: list }] });
const remove = (...ids: string[]): Step => ({
  records: [{ kind: notes, upsert: [], remove: ids.map((id) => ({ id, why: 'gone' })) }],
});

describe('a merge from a common beginning', () => {
  it('keeps a change that one side alone made, although the other text is the greater', () => {
    const after = merged(
      upsert(note(1, 'open'), note(2, 'x')),
      upsert(note(1, 'closed')),
      upsert(note(3, 'new')),
    );
    expect([...after.records(notes)].map(({ text }) => text).sort()).toEqual([
      'closed',
      'new',
      'x',
    ]);
  });

  it('lets go what one side removed and the other left alone, and keeps what the other changed', () => {
    const start = upsert(note(1, 'a'), note(2, 'b'), note(4, 'c'));
    const after = merged(start, remove('n1', 'n2'), upsert(note(2, 'changed')));
    expect([...after.records(notes)].map(({ id }) => id).sort()).toEqual(['n2', 'n4']);
  });

  it('never removes a paper, whatever a side lacks', () => {
    const [kept, more] = [inventedPaper(0, 1), inventedPaper(0, 2)];
    const folder = temporaryFolder();
    const [begun, lacking] = [join(folder, 'begun'), join(folder, 'lacking')];
    const commit = (dir: string, step: Step) =>
      commitSnapshot(dir, { base: openSnapshot(dir, effects), ...step }, effects);
    commit(begun, { papers: [kept, more] });
    // as a branch that was set back
    commit(lacking, { papers: [kept] });
    const [whole, part] = [openSnapshot(begun, effects), openSnapshot(lacking, effects)];
    writeSnapshot(lacking, mergeSnapshots(part, whole, [], whole), effects);
    expect([...openSnapshot(lacking, effects).allPapers()]).toHaveLength(2);
  });

  it('takes the entry of a source from the side that alone heard of it', () => {
    const entry = (last_success: string, state: SourceEntry['state']): SourceEntry => ({
      state,
      since: '2023-01-02T00:00:00Z',
      last_success,
      last_new: null,
    });
    const after = merged(
      { sources: { jobs: entry('2023-01-04T06:00:00Z', 'new') } },
      { sources: { jobs: entry('2023-01-04T06:00:00Z', 'failing') } },
      { sources: { news: entry('2023-01-05T06:00:00Z', 'new') } },
    );
    expect(after.manifest.sources['jobs']?.state).toBe('failing');
    expect(after.manifest.sources['news']?.state).toBe('new');
  });

  it('loses no addition and no change of either side, whatever both did', () => {
    const edit = fc.record({
      id: fc.nat(5),
      what: fc.constantFrom('remove', 'aa', 'mm', 'zz'),
    });
    const edits = fc.uniqueArray(edit, { selector: ({ id }) => id, maxLength: 6 });
    const start = [0, 1, 2, 3].map((id) => note(id, 'hh'));
    const stepOf = (list: { id: number; what: string }[]): Step => ({
      records: [
        {
          kind: notes,
          upsert: list
            .filter(({ what }) => what !== 'remove')
            .map(({ id, what }) => note(id, what)),
          remove: list
            .filter(({ id, what }) => what === 'remove' && id < start.length)
            .map(({ id }) => ({ id: `n${id}`, why: 'gone' })),
        },
      ],
    });
    fc.assert(
      fc.property(edits, edits, (ours, theirs) => {
        const after = merged(upsert(...start), stepOf(ours), stepOf(theirs));
        const found = new Map([...after.records(notes)].map(({ id, text }) => [id, text]));
        for (let id = 0; id <= 5; id += 1) {
          const begun = id < start.length ? 'hh' : undefined;
          const did = (list: typeof ours) => {
            const what = list.find((one) => one.id === id)?.what;
            return what === undefined ? begun : what === 'remove' ? undefined : what;
          };
          const [a, b] = [did(ours), did(theirs)];
          const expected =
            a === begun
              ? b
              : b === begun || a === b
                ? a
                : [a ?? '', b ?? ''].toSorted(compareText).at(-1);
          expect([id, found.get(`n${id}`)]).toEqual([id, expected]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
