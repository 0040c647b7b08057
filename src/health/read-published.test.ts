import { describe, expect, it } from 'vitest';
import { readPublished } from './read-published.ts';

const url = 'https://example.org/pulse/status.json';
const sleep = async (): Promise<void> => undefined;
const answering = (...answers: (() => Response)[]) => {
  let calls = 0;
  const get = async (): Promise<Response> => {
    const answer = answers[Math.min(calls, answers.length - 1)];
    calls += 1;
    return answer ? answer() : Response.error();
  };
  return { get, calls: () => calls };
};
const refused = (): Response => {
  throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') });
};

describe('the published status', () => {
  it('is had at the second try when the first fails', async () => {
    const { get } = answering(refused, () => new Response('{}'));
    expect(await readPublished(url, { fetch: get, sleep })).toEqual({ url, text: '{}' });
  });

  it('that cannot be had in three tries is a failure with its reason', async () => {
    const { get, calls } = answering(refused);
    const published = await readPublished(url, { fetch: get, sleep });
    expect(published).toEqual({ url, failure: 'fetch failed: connect ECONNREFUSED' });
    expect(calls()).toBe(3);
  });

  it('that is not there is not asked for again', async () => {
    const { get, calls } = answering(() => new Response('', { status: 404 }));
    expect(await readPublished(url, { fetch: get, sleep })).toEqual({ url, failure: 'HTTP 404' });
    expect(calls()).toBe(1);
  });

  it('is given up when it does not end', async () => {
    const { get } = answering(() => new Response('x'.repeat((1 << 20) + 1)));
    expect(await readPublished(url, { fetch: get, sleep })).toMatchObject({
      failure: expect.stringContaining('longer than'),
    });
  });
});
