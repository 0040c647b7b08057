/**
 * A reader's marks: stars, what was read, what is hidden, notes. They live in the reader's browser alone.
 * All functions are pure; `marks-store.ts` keeps the result.
 */
import type { PaperId } from '../../paper.ts';
import { isPaperId } from '../../text/ids.ts';

export interface Mark {
  star?: true;
  read?: true;
  hidden?: true;
  note?: string;
  tags?: string[];
  /** Facts of the paper, so that the saved list needs no request. */
  title: string;
  authors: string;
  /** Announcement day, when the page stated it. */
  day?: string;
  /** When the mark was changed last, milliseconds: of two states the newer stays. */
  at: number;
}

/** When the reader was here, by the newest announcement day that was seen. */
export interface Visit {
  /** The newest day at the end of the visit before this one. */
  last: string;
  /** The newest day of this visit. */
  current: string;
  /** The last sign of this visit, milliseconds. */
  at: number;
}

export interface Marks {
  v: 1;
  papers: Record<PaperId, Mark>;
  visit?: Visit;
}

export const NO_MARKS: Marks = { v: 1, papers: {} };

/** What was stored or imported cannot be taken as marks; the message says why and what to do. */
export class MarksError extends Error {
  override name = 'MarksError';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown, limit: number): string =>
  typeof value === 'string' ? value.slice(0, limit) : '';

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

function readMark(value: unknown): Mark | null {
  if (!isObject(value)) return null;
  const { star, read, hidden, tags, at, day } = value;
  const note = text(value['note'], 4_000);
  const kept = Array.isArray(tags)
    ? tags.map((tag) => text(tag, 60).trim()).filter((tag) => tag !== '')
    : [];
  return {
    ...(star === true ? { star } : {}),
    ...(read === true ? { read } : {}),
    ...(hidden === true ? { hidden } : {}),
    ...(note === '' ? {} : { note }),
    ...(kept.length === 0 ? {} : { tags: [...new Set(kept)].slice(0, 20) }),
    title: text(value['title'], 500),
    authors: text(value['authors'], 500),
    ...(isDay(day) ? { day } : {}),
    at: typeof at === 'number' && Number.isFinite(at) && at > 0 ? at : 0,
  };
}

function readVisit(value: unknown): { visit?: Visit } {
  if (!isObject(value)) return {};
  const { last, current, at } = value;
  return isDay(last) && isDay(current) && typeof at === 'number' && at > 0
    ? { visit: { last, current, at } }
    : {};
}

/**
 * Reads marks from JSON, of this browser or of a file. Entries that make no sense are left out.
 * @throws MarksError when it is no JSON, not marks, or of a newer form than this page knows
 */
export function parseMarks(json: string): Marks {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new MarksError('This file is not JSON. Choose a file that was exported here.', { cause });
  }
  if (!isObject(value) || !isObject(value['papers']))
    throw new MarksError('This file holds no marks. Choose a file that was exported here.');
  if (value['v'] !== 1)
    throw new MarksError('These marks are of a newer form. Reload the page and try again.');
  const papers: Record<PaperId, Mark> = {};
  for (const [id, entry] of Object.entries(value['papers'])) {
    const mark = isPaperId(id) ? readMark(entry) : null;
    if (mark) papers[id] = mark;
  }
  return { v: 1, papers, ...readVisit(value['visit']) };
}

/** Both states as one: of a paper marked in both, the newer mark; of equals the one with more in it. */
export function mergeMarks(a: Marks, b: Marks): Marks {
  const papers: Record<PaperId, Mark> = { ...a.papers };
  for (const [id, mark] of Object.entries(b.papers)) {
    const known = papers[id];
    if (
      !known ||
      mark.at > known.at ||
      (mark.at === known.at && JSON.stringify(mark) > JSON.stringify(known))
    )
      papers[id] = mark;
  }
  const visit = laterVisit(a.visit, b.visit);
  return { v: 1, papers, ...(visit && { visit }) };
}

function laterVisit(a?: Visit, b?: Visit): Visit | undefined {
  if (!a || !b) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return `${a.last} ${a.current}` > `${b.last} ${b.current}` ? a : b;
}

/** Who comes back after so long, milliseconds, visits anew; a page opened meanwhile belongs to the same visit. */
const VISIT_ENDS = 4 * 3_600_000;

/**
 * The visit that goes on or begins when a page shows `newest`.
 * @param newest the newest announcement day, 2026-11-24
 */
export function visitNow(known: Visit | undefined, newest: string, now: number): Visit {
  if (!known) return { last: newest, current: newest, at: now };
  const isNew = now - known.at > VISIT_ENDS;
  const last = isNew ? known.current : known.last;
  const current = newest > known.current ? newest : known.current;
  return { last, current, at: Math.max(now, known.at + 1) };
}

export type MarkPatch = Partial<Record<'star' | 'read' | 'hidden', boolean>> & {
  note?: string;
  tags?: string[];
};

/** One paper's mark changed. A mark that says nothing stays as an empty one, so that taking it back wins in a merge. */
export function changeMark(
  marks: Marks,
  id: PaperId,
  patch: MarkPatch,
  facts: Pick<Mark, 'title' | 'authors' | 'day'>,
  now: number,
): Marks {
  const known = marks.papers[id];
  const merged = readMark({
    ...facts,
    ...known,
    ...patch,
    at: Math.max(now, (known?.at ?? 0) + 1),
  });
  return merged ? { ...marks, papers: { ...marks.papers, [id]: merged } } : marks;
}

/** Papers that are starred or have a note or tags, newest mark first. */
export function savedPapers(marks: Marks): { id: PaperId; mark: Mark }[] {
  return Object.entries(marks.papers)
    .filter(([, mark]) => mark.star || mark.note !== undefined || mark.tags !== undefined)
    .map(([id, mark]) => ({ id, mark }))
    .toSorted((a, b) => b.mark.at - a.mark.at || (a.id < b.id ? 1 : -1));
}
