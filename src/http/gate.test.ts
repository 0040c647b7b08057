import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fakeTime } from './fixtures/test-client.ts';
import { Gate } from './gate.ts';

it('keeps order, one at a time, and the interval between starts, whatever the work takes and however it ends', async () => {
  const job = fc.record({ takes: fc.nat(200), fails: fc.boolean(), hold: fc.nat(500) });
  await fc.assert(
    fc.asyncProperty(fc.array(job, { maxLength: 12 }), fc.nat(100), async (jobs, interval) => {
      const time = fakeTime();
      const gate = new Gate(interval, time);
      const spans: { start: number; end: number; earliestNext: number }[] = [];
      let inside = 0;
      await Promise.allSettled(
        jobs.map(({ takes, fails, hold }) =>
          gate.run(
            async () => {
              expect((inside += 1)).toBe(1);
              const start = time.now();
              await time.sleep(takes);
              inside -= 1;
              const end = time.now();
              spans.push({
                start,
                end,
                earliestNext: Math.max(start + interval, fails ? end + hold : 0),
              });
              if (fails) throw new Error('x');
            },
            () => hold,
            () => {},
          ),
        ),
      );
      expect(spans.length).toBe(jobs.length);
      spans.slice(1).forEach(({ start }, i) => {
        expect(start).toBeGreaterThanOrEqual(spans[i]?.earliestNext ?? NaN);
      });
    }),
  );
});

it('tells how long a turn was waited for', async () => {
  const time = fakeTime();
  const gate = new Gate(100, time);
  const waits: number[] = [];
  const work = () => Promise.resolve();
  for (let i = 0; i < 3; i += 1)
    await gate.run(
      work,
      () => 0,
      (ms) => waits.push(ms),
    );
  expect(waits).toEqual([100, 100]);
});
