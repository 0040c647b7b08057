import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromWorker, ToWorker } from './messages.ts';
import { SqlSession } from './sql-session.ts';

/** A worker that answers as it is told. */
class FakeWorker extends EventTarget {
  ended = false;
  readonly #answer: (message: ToWorker) => FromWorker | null;
  constructor(answer: (message: ToWorker) => FromWorker | null) {
    super();
    this.#answer = answer;
  }
  postMessage(message: ToWorker): void {
    const data = this.#answer(message);
    if (data) queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
  }
  terminate(): void {
    this.ended = true;
  }
}

const result: FromWorker = { type: 'result', columns: ['x'], rows: [[1]], cut: false };
const works = ({ type }: ToWorker): FromWorker => (type === 'open' ? { type: 'ready' } : result);
const hangs = ({ type }: ToWorker): FromWorker | null =>
  type === 'open' ? { type: 'ready' } : null;

function sessionOf(...answers: ((message: ToWorker) => FromWorker | null)[]) {
  const workers: FakeWorker[] = [];
  const session = new SqlSession({
    startWorker: () => {
      const worker = new FakeWorker(answers[workers.length] ?? works);
      workers.push(worker);
      return worker as unknown as Worker;
    },
    url: 'file',
    wasm: 'wasm',
    seconds: 15,
    progress: () => {},
  });
  return { session, workers };
}

/** Caught at once, so that it is never an unhandled rejection. */
const failureOf = (running: Promise<unknown>) =>
  running.then(
    () => null,
    (error: unknown) => error,
  );

describe('SqlSession', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('loads the file once and runs query after query', async () => {
    const { session, workers } = sessionOf(works);
    expect(await session.run('a')).toMatchObject({ rows: [[1]] });
    expect(await session.run('b')).toMatchObject({ rows: [[1]] });
    expect(workers).toHaveLength(1);
  });

  it('ends the worker of a query that takes too long, and works again after', async () => {
    const { session, workers } = sessionOf(hangs, works);
    const running = failureOf(session.run('a'));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await running).toMatchObject({ kind: 'timeout' });
    expect(workers[0]?.ended).toBe(true);
    expect(await session.run('b')).toMatchObject({ rows: [[1]] });
  });

  it('ends what runs when it is stopped or another query comes', async () => {
    const { session, workers } = sessionOf(hangs, hangs, works);
    const first = failureOf(session.run('a'));
    await vi.advanceTimersByTimeAsync(10);
    session.stop();
    expect(await first).toMatchObject({ kind: 'stopped' });
    const second = failureOf(session.run('b'));
    await vi.advanceTimersByTimeAsync(10);
    const third = session.run('c');
    expect(await second).toMatchObject({ kind: 'stopped' });
    expect(await third).toMatchObject({ rows: [[1]] });
    expect(workers.map(({ ended }) => ended)).toEqual([true, true, false]);
  });

  it('says that the file could not be loaded, and tries again', async () => {
    const { session } = sessionOf(() => ({ type: 'failed', message: '404' }), works);
    await expect(session.run('a')).rejects.toMatchObject({ kind: 'load', message: '404' });
    expect(await session.run('b')).toMatchObject({ rows: [[1]] });
  });

  it('passes on what SQLite says', async () => {
    const { session } = sessionOf(({ type }) =>
      type === 'open' ? { type: 'ready' } : { type: 'error', message: 'no such table' },
    );
    await expect(session.run('a')).rejects.toMatchObject({
      kind: 'query',
      message: 'no such table',
    });
  });
});
