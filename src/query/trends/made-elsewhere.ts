/**
 * While a thread beside the build makes the trends and keeps them, the thread that draws pages waits for it instead of
 * counting the same phrases a second time.
 */

/** A thread that neither made them nor ended is not waited for longer: whoever asks makes them. */
const PATIENCE_MS = 60_000;

let awaited: Int32Array<SharedArrayBuffer> | null = null;

/** @returns what the thread that makes the trends tells by; this thread waits for it from now on */
export function awaitTrends(): SharedArrayBuffer {
  awaited = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  return awaited.buffer;
}

/** Tells that the trends are kept, or that nobody makes them any more. */
export function tellTrendsMade(by: SharedArrayBuffer): void {
  const told = new Int32Array(by);
  Atomics.store(told, 0, 1);
  Atomics.notify(told, 0);
}

/** Returns at once where no thread makes them. */
export function waitForTrends(): void {
  if (awaited) Atomics.wait(awaited, 0, 0, PATIENCE_MS);
}
