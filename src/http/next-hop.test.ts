import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Hop } from './exchange.ts';
import { HttpFailure } from './http-failure.ts';
import { nextHop, parseTarget } from './next-hop.ts';

const from = (url: string, guarded = false): Hop => ({
  url: new URL(url),
  guarded,
  sameOrigin: true,
});
const answer = (location: string) => ({
  status: 302,
  headers: { location },
  bytes: Buffer.alloc(0),
  text: '',
});
const nobody = () => false;

it.each([
  [
    'a path of the same host stays as trusted as that',
    'http://127.0.0.1:8080/a',
    '/b',
    { guarded: false, sameOrigin: true },
  ],
  [
    'another port is another host',
    'http://127.0.0.1:8080/a',
    'http://127.0.0.1:9090/',
    { guarded: true, sameOrigin: false },
  ],
  [
    'another host is guarded',
    'https://a.example/',
    'https://b.example/',
    { guarded: true, sameOrigin: false },
  ],
  [
    'http to https of the same host loses the headers',
    'http://a.example/',
    'https://a.example/',
    { guarded: false, sameOrigin: false },
  ],
])('%s', (_, start, location, expected) => {
  expect(nextHop('GET', from(start), answer(location), true, nobody)).toMatchObject(expected);
});

it('headers that were left behind stay behind when the way leads back', () => {
  const away = nextHop(
    'GET',
    from('https://a.example/'),
    answer('https://b.example/'),
    true,
    nobody,
  );
  expect(nextHop('GET', away, answer('https://a.example/'), true, nobody)).toMatchObject({
    guarded: true,
    sameOrigin: false,
  });
});

it('never from https to http', () => {
  expect(() =>
    nextHop('GET', from('https://a.example/'), answer('http://a.example/'), true, () => true),
  ).toThrow(/302 from https to http:\/\/a\.example\//);
});

it('for any target: a hop to an http(s) address, guarded beyond its host, or a described failure', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' }), fc.webPath()),
      fc.boolean(),
      (location, guarded) => {
        const start = from('https://a.example/x', guarded);
        try {
          const hop = nextHop('GET', start, answer(location), true, nobody);
          expect(hop.url.protocol).toMatch(/^https?:$/);
          expect(hop.guarded).toBe(guarded || hop.url.host !== 'a.example');
        } catch (error) {
          expect(error).toBeInstanceOf(HttpFailure);
        }
      },
    ),
  );
});

it('an address is asked without its fragment', () => {
  expect(parseTarget('GET', 'https://a.example/x?y#z').href).toBe('https://a.example/x?y');
});
