/** A command called the wrong way; the message says how to call it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Arguments by Node's parser, whose complaints become a `UsageError` with the usage below. */
export function readArgs<Parsed>(parse: () => Parsed, usage: string): Parsed {
  try {
    return parse();
  } catch (cause) {
    const complaint = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`${complaint}\n${usage}`, { cause });
  }
}
