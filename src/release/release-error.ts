/** A release that cannot be made or put back; the message says what to do. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
}
