/** What the main thread of a page did, as a trace of Chromium tells it. */
import { z } from 'zod';

/** What a trace must record for `pageTasks`. */
export const TRACED = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** While a task runs, nothing that a reader does is answered. */
export interface PageTask {
  /** Milliseconds of the processor's time. */
  processor: number;
  /** Milliseconds by the clock: the time of other processes is in them. */
  clock: number;
  /** What the processor's time went into. */
  parts: ReadonlyMap<string, number>;
}

const parts: Record<string, string> = {
  ParseHTML: 'parsing',
  ParseAuthorStyleSheet: 'style sheets',
  UpdateLayoutTree: 'style',
  Layout: 'layout',
  PrePaint: 'painting',
  Paint: 'painting',
  Layerize: 'painting',
  EvaluateScript: 'script',
  'v8.evaluateModule': 'script',
  FunctionCall: 'script',
  FireIdleCallback: 'script',
};

const traceEvent = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number().default(0),
  dur: z.number().default(0),
  tdur: z.number().default(0),
  args: z.object({ beginData: z.object({ url: z.string().optional() }).optional() }).optional(),
});
type TraceEvent = z.output<typeof traceEvent>;

export interface Thread {
  pid: number;
  tid: number;
}

function eventsOf(trace: Buffer): TraceEvent[] {
  const { traceEvents } = z
    .object({ traceEvents: z.array(z.unknown()) })
    .parse(JSON.parse(trace.toString()));
  return traceEvents.flatMap((one) => traceEvent.safeParse(one).data ?? []);
}

/** The thread that parsed the page of an address. */
export function threadOf(trace: Buffer, url: string): Thread {
  const parsing = eventsOf(trace).find(
    ({ name, args }) => name === 'ParseHTML' && args?.beginData?.url === url,
  );
  if (!parsing) throw new Error(`the trace does not hold the parsing of ${url}`);
  return parsing;
}

/** Tasks of a thread, longest first. */
export function tasksOf(trace: Buffer, { pid, tid }: Thread): PageTask[] {
  const events = eventsOf(trace)
    .filter((one) => one.pid === pid && one.tid === tid)
    .toSorted((a, b) => a.ts - b.ts || b.dur - a.dur);
  return events
    .filter(({ name }) => name === 'RunTask')
    .map((task) => taskOf(task, events))
    .toSorted((a, b) => b.processor - a.processor);
}

function taskOf(task: TraceEvent, events: readonly TraceEvent[]): PageTask {
  const spent = new Map<string, number>();
  const last = task.ts + task.dur;
  let end = task.ts;
  for (const { name, ts, dur, tdur } of events) {
    const part = parts[name];
    // What a part holds of another, as a script that asks for a layout, counts for the outer one.
    if (part === undefined || ts < end || ts + dur > last) continue;
    spent.set(part, (spent.get(part) ?? 0) + tdur / 1_000);
    end = ts + dur;
  }
  return { processor: task.tdur / 1_000, clock: task.dur / 1_000, parts: spent };
}
