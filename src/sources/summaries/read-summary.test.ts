import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSummary, SummaryError } from './ask-model.ts';

const answer = (content: unknown) => JSON.stringify({ choices: [{ message: { content } }] });

it('whatever the answer, it is two plain sentences of their languages, or a described error', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constant('一台机械臂学会了叠布，并能在黑暗中完成。'),
    fc.constant('An arm learns to fold cloth in the dark.'),
  );
  const said = fc.oneof(
    fc.string(),
    fc.jsonValue().map((value) => answer(value)),
    fc.record({ en: text, zh: text }).map((value) => answer(JSON.stringify(value))),
    fc.record({ en: text, zh: text }).map((value) => answer(`Sure: ${JSON.stringify(value)}`)),
  );
  let read = 0;
  fc.assert(
    fc.property(said, (body) => {
      try {
        const { en, zh } = readSummary(body);
        read += 1;
        expect(en).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Script=Han}]/u);
        expect(zh).toMatch(/\p{Script=Han}/u);
      } catch (error) {
        expect(error).toBeInstanceOf(SummaryError);
      }
    }),
    { numRuns: 200 },
  );
  expect(read).toBeGreaterThan(0);
});
