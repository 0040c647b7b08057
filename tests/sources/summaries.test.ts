import { expect, it } from 'vitest';
import { serve, status } from '../../src/http/fixtures/local-server.ts';
import { summariesSource, summariesWith } from '../../src/update/summaries-source.ts';
import { aPaper } from './a-paper.ts';
import { problemsOf, SectionRun, statesOf } from './section-run.ts';

const says = (content: string) =>
  status(
    200,
    { 'content-type': 'application/json' },
    JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }),
  );
const EN = 'A patient arm learns to fold cloth from twelve demonstrations.';
const ZH = '一台机械臂只用十二次演示就学会了叠布。';
const good = says(`Here: {"en": "${EN}", "zh": "${ZH}"}`);
const summaries = { enabled: true, max_per_run: 2, max_seconds: 30 };
const model = { LLM_MODEL: 'invented-model', LLM_API_KEY: 'invented-key' };
const withPapers = (run: SectionRun) =>
  run.put(['1', '2', '3'].map((n) => aPaper(`2611.0000${n}`, '2026-11-24')));
const summariesOf = (run: SectionRun) =>
  [...run.snapshot().allPapers()].flatMap(({ summary }) => summary ?? []);

it('asks for so many papers of the newest days as config allows, and keeps sentences with model and date', async () => {
  await using server = await serve(good);
  using run = new SectionRun({ summaries }, [], { ...model, LLM_BASE_URL: `${server.url}/v1` });
  withPapers(run);
  await run.run(summariesSource);
  expect(server.requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([
    ['/v1/chat/completions', 'Bearer invented-key'],
    ['/v1/chat/completions', 'Bearer invented-key'],
  ]);
  const summary = { en: EN, zh: ZH, model: 'invented-model', as_of: '2026-11-24' };
  expect(summariesOf(run)).toEqual([summary, summary]);
  const before = run.bytes();
  await run.run(summariesSource);
  expect(run.bytes()).toEqual(before);
  await run.run(summariesSource, '2026-11-25T06:17:00Z');
  expect(summariesOf(run)).toHaveLength(3);
  expect(server.requests).toHaveLength(3);
});

it('off, it asks nobody', async () => {
  await using server = await serve(good);
  using run = new SectionRun({ summaries: { ...summaries, enabled: false } }, [], {
    ...model,
    LLM_BASE_URL: server.url,
  });
  withPapers(run);
  expect(statesOf(await run.run(summariesSource))).toEqual({ summaries: 'quiet' });
  expect(server.requests).toHaveLength(0);
});

it.each([
  ['no JSON in the message', says('I cannot do that.'), 'not the JSON that was asked for'],
  ['one language only', says(`{"en": "${EN}"}`), 'lacks `en` or `zh`'],
  [
    'English for Chinese',
    says(`{"en": "${EN}", "zh": "${EN}"}`),
    '`zh` is not one Chinese sentence',
  ],
  [
    'a page of text',
    says(`{"en": "${EN.repeat(9)}", "zh": "${ZH}"}`),
    '`en` is not one English sentence',
  ],
  ['another answer', status(200, {}, '{"error":{}}'), 'holds no message'],
  ['a refusal', status(401, {}, 'no'), '401'],
  ['429', status(429), '429'],
])('%s leaves the papers as they are and says so', async (_, answer, why) => {
  await using server = await serve(answer);
  using run = new SectionRun({ summaries }, [], { ...model, LLM_BASE_URL: server.url });
  withPapers(run);
  const result = await run.run(summariesSource);
  expect(statesOf(result)).toEqual({ summaries: 'failing' });
  expect(problemsOf(result).join()).toContain(why);
  expect(summariesOf(run)).toEqual([]);
});

it('stops when its seconds are over', async () => {
  await using server = await serve(good);
  using run = new SectionRun({ summaries: { ...summaries, max_seconds: 10 } }, [], {
    ...model,
    LLM_BASE_URL: server.url,
  });
  withPapers(run);
  let now = -9000;
  await run.run(summariesWith(() => (now += 9000)));
  expect(server.requests).toHaveLength(1);
});

it('what the model says is plain text, whatever it says', async () => {
  await using server = await serve(
    says(JSON.stringify({ en: `${EN}\u202e <img src=x onerror=alert(1)>`, zh: ZH })),
  );
  using run = new SectionRun({ summaries }, [], { ...model, LLM_BASE_URL: server.url });
  withPapers(run);
  await run.run(summariesSource);
  expect(summariesOf(run)[0]?.en).toBe(`${EN} <img src=x onerror=alert(1)>`);
});
