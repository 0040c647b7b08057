/**
 * A sample of `size` without repetition, in the order drawn: every subset is as likely as any other, and the same list
 * and seed give the same sample. The generator is mulberry32.
 */
export function drawSample<T>(list: readonly T[], size: number, seed: number): T[] {
  const random = mulberry32(seed);
  const rest = [...list];
  const drawn: T[] = [];
  while (drawn.length < size && rest.length > 0) {
    drawn.push(...rest.splice(Math.floor(random() * rest.length), 1));
  }
  return drawn;
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
