/**
 * While a thread beside the build makes what is costly and keeps it in the cache, the thread that draws pages waits for it
 * instead of making the same a second time.
 */

export type MadeElsewhere = 'trends' | 'authors';

/** A thread that neither made it nor ended is not waited for longer: whoever asks makes it. */
const PATIENCE_MS = 60_000;

const awaited = new Map<MadeElsewhere, Int32Array<SharedArrayBuffer>>();

/** @returns what the thread that makes it tells by; this thread waits for that from now on */
export function awaitThread(what: MadeElsewhere): SharedArrayBuffer {
  const told = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  awaited.set(what, told);
  return told.buffer;
}

/** Tells that it is kept, or that nobody makes it any more. */
export function tellMade(by: SharedArrayBuffer): void {
  const told = new Int32Array(by);
  Atomics.store(told, 0, 1);
  Atomics.notify(told, 0);
}

/** Returns at once where no thread makes it. */
export function waitForThread(what: MadeElsewhere): void {
  const told = awaited.get(what);
  if (told) Atomics.wait(told, 0, 0, PATIENCE_MS);
}
