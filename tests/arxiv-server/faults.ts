/** What can go wrong with one answer, as arXiv's edge, its servers and the network have been seen to do it. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Day } from '../../src/paper.ts';
import type { Answer } from './answer.ts';
import { apiError } from './api-feed.ts';

export type Fault =
  /** The answer is another one. */
  | { kind: 'instead'; answer: Answer; headers?: Record<string, string> }
  /** The answer is changed after it was written. */
  | { kind: 'change'; change: (answer: Answer) => Answer }
  /** The page holds other entries than it should. */
  | { kind: 'entries'; distort: <T>(page: T[]) => T[] }
  /** An announcement feed of an earlier listing under today's stamps. */
  | { kind: 'stale'; itemsOf: Day }
  /** Headers and half of the body, then the connection is reset. */
  | { kind: 'reset' }
  /** The request is accepted and never answered. */
  | { kind: 'hang' }
  /** The answer is sent by other hands. */
  | { kind: 'wire'; send: (response: ServerResponse, answer: Answer) => void };

const instead = (
  status: number,
  type: string,
  body: string,
  headers: Record<string, string> = {},
): Fault => ({ kind: 'instead', answer: { status, type, body }, headers });

export const throttled406 = instead(406, 'text/html', '');

export const rateExceeded = (retryAfter?: number): Fault =>
  instead(429, 'text/plain', 'Rate exceeded.', retryHeader(retryAfter));

/** HTTP 200 with the words of the throttle. */
export const rateExceededWith200 = instead(200, 'text/plain', 'Rate exceeded.');

const retryHeader = (seconds?: number): Record<string, string> =>
  seconds === undefined ? {} : { 'retry-after': String(seconds) };

const varnish = `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"
 "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html>
  <head>
    <title>503 first byte timeout</title>
  </head>
  <body>
    <h1>Error 503 first byte timeout</h1>
    <p>first byte timeout</p>
    <hr>
    <p>Varnish cache server</p>
  </body>
</html>`;

export const varnish503 = (retryAfter = 0): Fault =>
  instead(503, 'text/html; charset=utf-8', varnish, retryHeader(retryAfter));

export const htmlWith200 = instead(
  200,
  'text/html; charset=utf-8',
  '<!doctype html><html><head><title>arXiv.org</title></head><body><p>We will be back soon.</p></body></html>',
);

export const forbidden = instead(403, 'text/plain', 'Access Denied\n');

/** The error entry, with the status that the older server gave it. */
export const errorEntryWith200: Fault = {
  kind: 'change',
  change: () => ({
    status: 200,
    type: 'application/atom+xml; charset=utf-8',
    body: apiError('internal error', Date.UTC(2026, 0, 1)),
  }),
};

/** Cut in the middle of an element; the length header agrees with what is sent. */
export const truncated = (keep = 0.5): Fault => ({
  kind: 'change',
  change: (answer) => ({ ...answer, body: answer.body.slice(0, answer.body.length * keep) }),
});

/** The right body under a wrong name. */
export const wrongContentType: Fault = {
  kind: 'change',
  change: (answer) => ({ ...answer, type: 'text/html; charset=utf-8' }),
};

export const emptyPage: Fault = { kind: 'entries', distort: () => [] };

/** The last entry is missing although the page says that it is there. */
export const shortPage: Fault = { kind: 'entries', distort: (page) => page.slice(0, -1) };

export const duplicatedEntries: Fault = {
  kind: 'entries',
  distort: (page) => page.flatMap((entry) => [entry, entry]),
};

export const reversedEntries: Fault = { kind: 'entries', distort: (page) => page.toReversed() };

export const staleFeed = (itemsOf: Day): Fault => ({ kind: 'stale', itemsOf });
export const resetMidBody: Fault = { kind: 'reset' };
export const hang: Fault = { kind: 'hang' };

const wire = (send: (response: ServerResponse, answer: Answer) => void): Fault => ({
  kind: 'wire',
  send,
});

/** The right body in the bytes of another charset than it says. */
export const latin1Bytes: Fault = wire((response, { status, type, body }) => {
  const bytes = Buffer.from(body, 'latin1');
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length });
  response.end(bytes);
});

/** The right body, said to be of a charset that nobody knows. */
export const unknownCharset: Fault = {
  kind: 'change',
  change: (answer) => ({ ...answer, type: answer.type.replace(/;.*|$/, '; charset=x-klingon') }),
};

/** A byte order mark before the document: unusual, and no fault. */
export const byteOrderMark: Fault = {
  kind: 'change',
  change: (answer) => ({ ...answer, body: `\uFEFF${answer.body}` }),
};

/** Headers, then a byte every so often, for ever. */
export const slowDrip: Fault = wire((response, { status, type, body }) => {
  response.writeHead(status, { 'content-type': type });
  let at = 0;
  const timer = setInterval(() => response.write(body[at++ % body.length] ?? ' '), 20);
  response.on('close', () => clearInterval(timer));
});

/** More bytes announced than come; the connection is closed in order. */
export const wrongLength: Fault = wire((response, { status, type, body }) => {
  const bytes = Buffer.from(body);
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length + 1000 });
  response.write(bytes, () => response.socket?.end());
});

/** Chunks without end, as fast as they are taken. */
export const endlessChunks: Fault = wire((response, { status, type }) => {
  response.writeHead(status, { 'content-type': type });
  const chunk = Buffer.alloc(64 * 1024, 'x');
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
});

let bomb: Buffer | undefined;
/** Two gigabytes of nothing in two megabytes. */
export const gzipBomb: Fault = wire((response, { status, type }) => {
  bomb ??= Buffer.concat(Array<Buffer>(2000).fill(gzipSync(Buffer.alloc(1 << 20))));
  response.writeHead(status, {
    'content-type': type,
    'content-encoding': 'gzip',
    'content-length': bomb.length,
  });
  response.end(bomb);
});
