/** A request that arXiv answers with an error of its own. */
export class BadRequest extends Error {
  readonly status: 400 | 500;

  constructor(message: string, status: 400 | 500 = 400) {
    super(message);
    this.status = status;
  }
}
