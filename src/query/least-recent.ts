/** Holds the values asked for last, at most `size` of them, and makes the others again. */
export class LeastRecent<Key, Value> {
  readonly #size: number;
  readonly #make: (key: Key) => Value;
  readonly #held = new Map<Key, Value>();

  constructor(size: number, make: (key: Key) => Value) {
    this.#size = size;
    this.#make = make;
  }

  /** A held value, without making it and without counting as a use. */
  peek(key: Key): Value | undefined {
    return this.#held.get(key);
  }

  get(key: Key): Value {
    const value = this.#held.get(key) ?? this.#make(key);
    this.#held.delete(key);
    this.#held.set(key, value);
    const oldest = this.#held.keys().next();
    if (this.#held.size > this.#size && !oldest.done) this.#held.delete(oldest.value);
    return value;
  }
}
