import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeMark,
  mergeMarks,
  MarksError,
  NO_MARKS,
  parseMarks,
  savedPapers,
  type Marks,
} from './marks.ts';
import { MarksStore, type MarksStorage } from './marks-store.ts';

const facts = { title: 'A hand', authors: 'Ada', day: '2026-11-23' };
const id = fc.integer({ min: 1, max: 6 }).map((n) => `2611.0000${n}`);
const someMarks: fc.Arbitrary<Marks> = fc
  .array(
    fc.record({
      id,
      star: fc.boolean(),
      read: fc.boolean(),
      note: fc.string({ maxLength: 5 }),
      at: fc.integer({ min: 1, max: 9 }),
    }),
  )
  .map((list) =>
    list.reduce<Marks>(
      (marks, { id: paper, at, ...patch }) => changeMark(marks, paper, patch, facts, at),
      NO_MARKS,
    ),
  );

/** A browser's storage that two tabs share. */
function sharedStorage(): MarksStorage & { values: Map<string, string>; full: boolean } {
  const values = new Map<string, string>();
  return {
    values,
    full: false,
    getItem: (key) => values.get(key) ?? null,
    setItem(key, value) {
      if (this.full) throw new DOMException('full', 'QuotaExceededError');
      values.set(key, value);
    },
  };
}

describe('marks', () => {
  it('merge the same whatever the order, and twice changes nothing', () => {
    fc.assert(
      fc.property(someMarks, someMarks, someMarks, (a, b, c) => {
        expect(mergeMarks(a, b)).toEqual(mergeMarks(b, a));
        expect(mergeMarks(mergeMarks(a, b), c)).toEqual(mergeMarks(a, mergeMarks(b, c)));
        expect(mergeMarks(a, a)).toEqual(a);
      }),
    );
  });

  it('come back from their own JSON as they were', () => {
    fc.assert(
      fc.property(someMarks, (marks) => {
        expect(parseMarks(JSON.stringify(marks))).toEqual(marks);
      }),
    );
  });

  it('never throw anything but a described error on strange input', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (json) => {
        try {
          parseMarks(json);
        } catch (error) {
          expect(error).toBeInstanceOf(MarksError);
        }
      }),
    );
  });

  it('leave out entries that are no papers, and keep the rest', () => {
    const marks = parseMarks(
      JSON.stringify({
        v: 1,
        papers: { '<img>': { star: true }, '2611.00001': { star: true, at: 5 }, __proto__: {} },
      }),
    );
    expect(Object.keys(marks.papers)).toEqual(['2611.00001']);
  });

  it('list as saved what is starred or has a note', () => {
    let marks = changeMark(NO_MARKS, '2611.00001', { star: true }, facts, 1);
    marks = changeMark(marks, '2611.00002', { read: true }, facts, 2);
    marks = changeMark(marks, '2611.00003', { note: 'for Tuesday' }, facts, 3);
    expect(savedPapers(marks).map((p) => p.id)).toEqual(['2611.00003', '2611.00001']);
  });
});

describe('the store of marks', () => {
  it('loses nothing when two tabs mark different papers', () => {
    const storage = sharedStorage();
    const [one, two] = [new MarksStore(storage), new MarksStore(storage)];
    one.change('2611.00001', { star: true }, facts);
    two.change('2611.00002', { star: true }, facts);
    one.change('2611.00003', { star: true }, facts);
    expect(Object.keys(new MarksStore(storage).all().papers).toSorted()).toEqual([
      '2611.00001',
      '2611.00002',
      '2611.00003',
    ]);
  });

  it('stores again what a tab that had not heard of it wrote over, once', () => {
    const storage = sharedStorage();
    const one = new MarksStore(storage);
    one.change('2611.00001', { star: true }, facts);
    const early = sharedStorage();
    new MarksStore(early).change('2611.00002', { star: true }, facts);
    storage.setItem('marks', early.getItem('marks') ?? '');
    one.follow();
    const merged = storage.getItem('marks') ?? '';
    expect(Object.keys(parseMarks(merged).papers).toSorted()).toEqual(['2611.00001', '2611.00002']);
    const two = new MarksStore(storage);
    for (const store of [two, one]) store.follow();
    expect(storage.getItem('marks')).toBe(merged);
  });

  it('takes back the last change, and an undone star does not come back from another tab', () => {
    const storage = sharedStorage();
    let clock = 1;
    const store = new MarksStore(storage, () => clock++);
    store.change('2611.00001', { star: true }, facts);
    const other = new MarksStore(storage, () => clock++);
    expect(store.undo()).toBe('2611.00001');
    other.change('2611.00002', { read: true }, facts);
    store.refresh();
    expect(store.get('2611.00001')?.star).toBeUndefined();
    expect(store.undo()).toBeNull();
  });

  it('never writes over marks it cannot read', () => {
    const storage = sharedStorage();
    storage.values.set('marks', '{"v":2,"papers":{}}');
    const store = new MarksStore(storage);
    const troubles: string[] = [];
    store.onTrouble = (reason) => troubles.push(reason);
    store.change('2611.00001', { star: true }, facts);
    expect(storage.values.get('marks')).toBe('{"v":2,"papers":{}}');
    expect(store.get('2611.00001')?.star).toBe(true);
    expect(troubles).toEqual(['unreadable']);
  });

  it('says so when the browser has no room, and keeps the mark on the page', () => {
    const storage = sharedStorage();
    const store = new MarksStore(storage);
    storage.full = true;
    const troubles: string[] = [];
    store.onTrouble = (reason) => troubles.push(reason);
    store.change('2611.00001', { star: true }, facts);
    expect(store.get('2611.00001')?.star).toBe(true);
    expect(troubles).toEqual(['full']);
  });

  it('works without storage', () => {
    const store = new MarksStore(null);
    store.change('2611.00001', { star: true }, facts);
    expect(store.get('2611.00001')?.star).toBe(true);
  });
});
