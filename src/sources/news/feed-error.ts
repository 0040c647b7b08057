/** A document that is not a feed; the message says what it is instead. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
}
