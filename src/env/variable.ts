/** One environment variable: what it means, and how its text becomes a value. */
export interface Variable<Value> {
  meaning: { en: string; zh: string };
  /** What holds when it is not set, in words for the documentation: a value, or where the value comes from. */
  otherwise: { en: string; zh: string };
  example: string;
  /** The value when it is not set. */
  fallback: Value;
  /** Text, trimmed and not empty, → value. Throws an `Error` whose message says what was expected. */
  parse: (text: string) => Value;
  /** The earlier product read it, too. */
  earlier?: true;
  /** Never told in a log. */
  secret?: true;
}

/** Keeps the type of each variable's value. */
export function variable<Value>(definition: Variable<Value>): Variable<Value> {
  return definition;
}
