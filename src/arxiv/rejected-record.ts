/** A record that was left out of an otherwise good answer: named, so that nothing goes missing in silence. */
export interface RejectedRecord {
  /** Its id, or its place in the answer. */
  where: string;
  why: string;
}
