/** A file of the earlier product that cannot be read as one; the message says what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
