import type { FromWorker, ToWorker, TuneStart } from './messages.ts';

export interface SessionParts {
  startWorker: () => Worker;
  start: TuneStart;
  tell: (message: FromWorker) => void;
  /** The worker broke; the session starts another for the next text. */
  broke: (message: string) => void;
}

/** The worker answers one text at a time; of those typed meanwhile only the last is sent. */
export class TuneSession {
  readonly #parts: SessionParts;
  #worker: Worker | null = null;
  #busy = false;
  #next: string | null = null;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  try(text: string): void {
    this.#next = text;
    this.#send();
  }

  load(): void {
    this.#ask({ type: 'load' });
  }

  #send(): void {
    if (this.#busy || this.#next === null) return;
    this.#busy = true;
    this.#ask({ type: 'try', text: this.#next });
    this.#next = null;
  }

  #ask(message: ToWorker): void {
    this.#worker ??= this.#begin();
    post(this.#worker, message);
  }

  #begin(): Worker {
    const worker = this.#parts.startWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'tried') this.#busy = false;
      this.#parts.tell(data);
      this.#send();
    });
    worker.addEventListener('error', ({ message }) => {
      worker.terminate();
      this.#worker = null;
      this.#busy = false;
      this.#parts.broke(message || 'worker');
    });
    post(worker, this.#parts.start);
    return worker;
  }
}

function post(worker: Worker, message: ToWorker | TuneStart): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's messages have no origin
  worker.postMessage(message);
}
