/** Reads and compares configs in a worker, so that typing never waits. */
import { z } from 'astro/zod';
import type { Config } from '../../config/config.ts';
import { ConfigError } from '../../config/config-error.ts';
import { parseConfig } from '../../config/parse-config.ts';
import { assess, type Assessment } from '../../tune/assess.ts';
import { compare } from '../../tune/compare.ts';
import { loadPapers, type RecentPapers } from '../../tune/load-papers.ts';
import type { Compared, FromWorker, ToWorker, TuneStart } from './messages.ts';

// A policy that a server sends with the worker's file forbids to make functions of text, which zod would try.
z.config({ jitless: true });

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's messages have no origin
const say = (message: FromWorker): void => self.postMessage(message);

let site: TuneStart | null = null;
let recent: RecentPapers | null = null;
let before: Assessment | null = null;
let last = '';

function tryText(text: string): void {
  last = text;
  let config: Config;
  try {
    config = parseConfig(text, 'config.yaml');
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return say({ type: 'tried', problems: error.problems, comparison: null });
  }
  say({ type: 'tried', problems: [], comparison: compared(config) });
}

function compared(config: Config): Compared | null {
  if (recent === null || before === null || recent.from === null || recent.to === null) return null;
  const { papers, from, to } = recent;
  return { ...compare(before, assess(config, papers), papers), from, to };
}

async function load({ base, own }: TuneStart): Promise<void> {
  recent = await loadPapers(base, (done, of) => say({ type: 'loading', done, of }));
  before = assess(parseConfig(own, 'config.yaml'), recent.papers);
  tryText(last);
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker | TuneStart>) => {
  if (data.type === 'start') site = data;
  else if (data.type === 'try') tryText(data.text);
  else if (site !== null)
    load(site).catch((error: unknown) =>
      say({ type: 'failed', what: error instanceof Error ? error.message : String(error) }),
    );
});
