import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { awaitThread, tellMade, waitForThread } from './made-elsewhere.ts';

/** A thread that writes into shared memory a while after it began, and tells then. */
const maker = (workerData: { made: SharedArrayBuffer; result: SharedArrayBuffer }): Worker =>
  new Worker(
    `const { workerData: { made, result } } = require('node:worker_threads');
     setTimeout(() => {
       new Int32Array(result)[0] = 42;
       Atomics.store(new Int32Array(made), 0, 1);
       Atomics.notify(new Int32Array(made), 0);
     }, 80);`,
    { eval: true, workerData },
  );

afterEach(() => {
  vi.restoreAllMocks();
});

describe('waitForThread', () => {
  it('goes on at once where no thread makes it', () => {
    const wait = vi.spyOn(Atomics, 'wait');
    waitForThread('trends');
    expect(wait).not.toHaveBeenCalled();
  });

  it('goes on when the thread has made it, and not before', async () => {
    const result = new SharedArrayBuffer(4);
    const made = awaitThread('authors');
    const thread = maker({ made, result });
    waitForThread('authors');
    expect(new Int32Array(result)[0]).toBe(42);
    waitForThread('authors'); // what is made once stays made
    await thread.terminate();
  });

  it('goes on where a thread ended without making it', () => {
    const wait = vi.spyOn(Atomics, 'wait');
    tellMade(awaitThread('trends'));
    waitForThread('trends');
    expect(wait).toHaveReturnedWith('not-equal'); // and not 'timed-out'
  });
});
