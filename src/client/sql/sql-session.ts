import type { FromWorker, SqlResult, ToWorker } from './messages.ts';

/** Why a query gave no rows. */
export class SqlFailure extends Error {
  readonly kind: 'load' | 'query' | 'timeout' | 'stopped';
  constructor(kind: SqlFailure['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

export interface SessionParts {
  startWorker: () => Worker;
  /** Addresses of the SQLite file and of SQLite's WebAssembly. */
  url: string;
  wasm: string;
  /** Seconds after which a running query is ended; loading is not limited. */
  seconds: number;
  progress: (share: number) => void;
}

/** One query at a time over a worker that is started when it is needed and ended when a query takes too long. */
export class SqlSession {
  readonly #parts: SessionParts;
  #worker: Worker | null = null;
  #give: ((message: FromWorker) => void) | null = null;
  #stop: ((why: SqlFailure) => void) | null = null;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** @throws {SqlFailure} */
  async run(sql: string): Promise<SqlResult> {
    this.stop();
    await this.#ready();
    const timer = setTimeout(
      () => this.#end(new SqlFailure('timeout', String(this.#parts.seconds))),
      this.#parts.seconds * 1000,
    );
    try {
      const answer = await this.#ask({ type: 'run', sql });
      if (answer.type === 'result') return answer;
      throw new SqlFailure('query', answer.type === 'error' ? answer.message : answer.type);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends what is running, if anything is. */
  stop(): void {
    if (this.#give) this.#end(new SqlFailure('stopped', 'stopped'));
  }

  async #ready(): Promise<void> {
    if (this.#worker) return;
    this.#worker = this.#parts.startWorker();
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'progress') this.#parts.progress(data.share);
      else this.#give?.(data);
    });
    this.#worker.addEventListener('error', ({ message }) =>
      this.#end(new SqlFailure('load', message)),
    );
    const { url, wasm } = this.#parts;
    const answer = await this.#ask({ type: 'open', url, wasm });
    if (answer.type === 'ready') return;
    const failure = new SqlFailure('load', answer.type === 'failed' ? answer.message : answer.type);
    this.#end(failure);
    throw failure;
  }

  #ask(message: ToWorker): Promise<FromWorker> {
    return new Promise<FromWorker>((resolve, reject) => {
      this.#give = (answer) => {
        this.#forget();
        resolve(answer);
      };
      this.#stop = reject;
      this.#worker?.postMessage(message);
    });
  }

  #end(why: SqlFailure): void {
    const stop = this.#stop;
    this.#forget();
    this.#worker?.terminate();
    this.#worker = null;
    stop?.(why);
  }

  /** At once and not when a promise settles: the next question may be asked before that. */
  #forget(): void {
    this.#give = null;
    this.#stop = null;
  }
}
