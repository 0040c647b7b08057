/** Slots at first, a power of two: enough for the pairs of a month of papers. Each is a first, a second, and their number. */
const SLOTS = 1 << 18;
const SLOT = 3;
/** Numbers are held plus one: a table that is all zeros need not be filled. */
const EMPTY = 0;

/**
 * Pairs of whole numbers from 0 → a number for each pair, from 0 in the order in which pairs were met. A table of integers
 * with open addressing: a map would need one key for both, which beyond 2³¹ is an object on the heap.
 */
export class PairNumbers {
  readonly firsts: number[] = [];
  readonly seconds: number[] = [];
  #table: Int32Array;
  #mask: number;

  /** @param slots a power of two */
  constructor(slots = SLOTS) {
    this.#table = new Int32Array(slots * SLOT);
    this.#mask = slots - 1;
  }

  get size(): number {
    return this.firsts.length;
  }

  /** The number of a pair, a new one when it was not met before. */
  of(first: number, second: number): number {
    const at = this.#find(first, second);
    const known = this.#table[at + 2] ?? EMPTY;
    if (known !== EMPTY) return known - 1;
    this.#put(at, first, second, this.firsts.push(first));
    this.seconds.push(second);
    if (this.size * 4 > this.#mask * 3) this.#grow();
    return this.size - 1;
  }

  /** Where a pair is, or the empty slot where it belongs. */
  #find(first: number, second: number): number {
    const table = this.#table;
    const mask = this.#mask;
    const hash = Math.imul(Math.imul(first, 0x9e3779b1) + second, 0x85ebca6b);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const at = slot * SLOT;
      if (table[at + 2] === EMPTY || (table[at] === first && table[at + 1] === second)) return at;
      slot = (slot + 1) & mask;
    }
  }

  #put(at: number, first: number, second: number, held: number): void {
    this.#table[at] = first;
    this.#table[at + 1] = second;
    this.#table[at + 2] = held;
  }

  /** A fuller table makes searches long. */
  #grow(): void {
    const slots = (this.#mask + 1) * 2;
    this.#table = new Int32Array(slots * SLOT);
    this.#mask = slots - 1;
    for (let number = 0; number < this.size; number += 1) {
      const [first, second] = [this.firsts[number] ?? 0, this.seconds[number] ?? 0];
      this.#put(this.#find(first, second), first, second, number + 1);
    }
  }
}
