import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HttpFailure } from '../../http/http-failure.ts';
import type { HttpResponse, RequestOptions } from '../../http/request-options.ts';
import { fetchCitations } from './fetch-citations.ts';

/** A wire that gives this body, and refuses it as the client does when the source complains of it. */
const wire = (body: string) => ({
  postJson: (url: string, _: unknown, { complaint }: RequestOptions): Promise<HttpResponse> => {
    const wrong = complaint?.(body) ?? null;
    return wrong === null
      ? Promise.resolve({ status: 200, headers: {}, body, url, notModified: false })
      : Promise.reject(
          new HttpFailure({ method: 'POST', url, kind: 'bad-type', what: wrong, again: 'never' }),
        );
  },
});
const ask = (ids: string[], body: string) =>
  fetchCitations(ids, '2026-11-24', { address: 'https://s2.example.com', key: null }, wire(body));

it('whatever the answer, figures are whole, of papers that were asked for, and dated; or a problem is told', async () => {
  const figure = fc.oneof(
    fc.constant(null),
    fc.record({
      citationCount: fc.oneof(fc.nat(), fc.constant(null)),
      influentialCitationCount: fc.oneof(fc.nat(), fc.constant(null)),
      venue: fc.oneof(fc.string({ unit: 'binary' }), fc.constant(null)),
    }),
    fc.jsonValue(),
  );
  const ids = ['2601.00001', '2601.00002'];
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        fc.array(figure, { maxLength: 3 }).map((all) => JSON.stringify(all)),
      ),
      async (body) => {
        const { figures, answered, problem } = await ask(ids, body);
        if (problem !== null) expect([figures.size, answered]).toEqual([0, []]);
        else expect(answered).toEqual(ids);
        for (const [id, { count, influential, venue, as_of }] of figures) {
          expect(ids).toContain(id);
          expect(Number.isInteger(count) && count >= 0).toBe(true);
          expect(influential).toBeLessThanOrEqual(count);
          expect(venue).not.toBe('');
          expect(as_of).toBe('2026-11-24');
        }
      },
    ),
    { numRuns: 150 },
  );
});

it('figures stand in the order of the ids, and one that is not known is left out', async () => {
  const { figures } = await ask(['2601.00001', '2601.00002'], '[null,{"citationCount":7}]');
  expect([...figures]).toEqual([
    ['2601.00002', { count: 7, influential: 0, venue: null, as_of: '2026-11-24' }],
  ]);
});
