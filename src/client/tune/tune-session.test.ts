import { describe, expect, it } from 'vitest';
import type { FromWorker, ToWorker, TuneStart } from './messages.ts';
import { editorAddress } from './take-over.ts';
import { TuneSession } from './tune-session.ts';

class FakeWorker extends EventTarget {
  readonly got: (ToWorker | TuneStart)[] = [];
  ended = false;
  postMessage(message: ToWorker | TuneStart): void {
    this.got.push(message);
  }
  say(data: FromWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  terminate(): void {
    this.ended = true;
  }
}

function session() {
  const workers: FakeWorker[] = [];
  const told: FromWorker[] = [];
  const broke: string[] = [];
  const made = new TuneSession({
    startWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    start: { type: 'start', base: '/', own: '' },
    tell: (message) => told.push(message),
    broke: (message) => broke.push(message),
  });
  return { session: made, workers, told, broke };
}

const tried: FromWorker = { type: 'tried', problems: [], comparison: null };

describe('TuneSession', () => {
  it('sends, of what was typed while the worker read, only the last', () => {
    const { session: tune, workers, told } = session();
    for (const text of ['a', 'ab', 'abc']) tune.try(text);
    const [worker] = workers;
    expect(worker?.got.slice(1)).toEqual([{ type: 'try', text: 'a' }]);
    worker?.say(tried);
    expect(worker?.got.slice(2)).toEqual([{ type: 'try', text: 'abc' }]);
    worker?.say(tried);
    expect(worker?.got).toHaveLength(3);
    expect(told).toHaveLength(2);
  });

  it('starts another worker after one that broke', () => {
    const { session: tune, workers, broke } = session();
    tune.try('a');
    workers[0]?.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    expect([workers[0]?.ended, broke]).toEqual([true, ['out of memory']]);
    tune.try('b');
    expect(workers[1]?.got).toEqual([
      { type: 'start', base: '/', own: '' },
      { type: 'try', text: 'b' },
    ]);
  });
});

describe('editorAddress', () => {
  const editor = 'https://github.com/someone/pulse/edit/main/config.yaml';
  it.each([
    ['someone/pulse', editor],
    [' https://github.com/someone/pulse.git ', editor],
    ['https://github.com/someone/pulse/', editor],
    ['pulse', null],
    ['https://elsewhere.org/someone/pulse', null],
    ['a/b"onclick', null],
  ])('%j', (repository, address) => {
    expect(editorAddress(repository)).toBe(address);
  });
});
