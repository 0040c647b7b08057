/** Why an answer of arXiv was not believed. */
export type AnswerProblem =
  /** Not well-formed XML, cut off, with a DOCTYPE, or not XML at all. */
  | 'malformed'
  /** Well-formed, but not the document that was asked for, or without what it must hold. */
  | 'unexpected'
  /** arXiv itself says that it refuses or failed. */
  | 'refused'
  /** Pages or totals that contradict each other, or another query than the one sent. */
  | 'inconsistent';

/** An answer that must not count: what is wrong, where it came from, how it begins, what to do. */
export class ArxivAnswerError extends Error {
  override readonly name = 'ArxivAnswerError';
  readonly problem: AnswerProblem;
  /** The address or the channel. */
  readonly where: string;
  /** arXiv's own code, such as `badResumptionToken`, when it gave one. */
  readonly code: string | null;

  constructor(
    problem: AnswerProblem,
    what: string,
    detail: { where: string; remedy: string; excerpt?: string; code?: string; cause?: unknown },
  ) {
    const begins =
      detail.excerpt === undefined ? '' : ` It begins: "${excerptOf(detail.excerpt)}".`;
    super(`${what} (from ${detail.where}).${begins} ${detail.remedy}`, { cause: detail.cause });
    this.problem = problem;
    this.where = detail.where;
    this.code = detail.code ?? null;
  }
}

/** The first 120 characters, on one line, without control characters. */
function excerptOf(text: string): string {
  return text
    .slice(0, 480)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 120);
}
