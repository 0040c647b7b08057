/** Golden answers cut at every byte, and changed in every other way that a seeded generator thinks of. */
import { describe, expect, it } from 'vitest';
import type { ArxivBatch } from '../../src/arxiv/arxiv-request.ts';
import { parseAnnouncements } from '../../src/arxiv/announcement-feed.ts';
import { parseApiAnswer } from '../../src/arxiv/api-answer.ts';
import { ArxivAnswerError } from '../../src/arxiv/arxiv-answer-error.ts';
import { parseOai } from '../../src/arxiv/oai-answer.ts';
import type { Channel } from '../arxiv-server/request-log.ts';
import { seededRandom, type Random } from '../arxiv-server/seeded-random.ts';
import { fetchChanged, goldenDocuments } from './golden-documents.ts';
import { plainEntries } from './plain-fetch.ts';
import { report } from './trials.ts';

const MUTATIONS = Number(process.env['FAULTS_MUTATIONS'] ?? 20_000);

const golden = await goldenDocuments();
const channels: Channel[] = ['api', 'feed', 'oai'];
const parsers: Record<Channel, (text: string) => unknown> = {
  api: (text) => parseApiAnswer(text, { where: 'golden' }),
  feed: (text) => parseAnnouncements(text, { where: 'golden' }),
  oai: (text) => parseOai(text, { where: 'golden' }),
};

/** Bytes decoded as the client does it: broken UTF-8 is refused. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

describe('a golden answer cut at every byte', () => {
  it('is refused, or has all its records', () => {
    const wrong: string[] = [];
    let trials = 0;
    const plain = { trials: 0, held: 0 };
    for (const channel of channels) {
      const { body } = golden[channel];
      const bytes = Buffer.from(body);
      const whole = JSON.stringify(parsers[channel](body));
      const entries = plainEntries(body).length;
      for (let at = 0; at < bytes.length; at += 1) {
        trials += 1;
        const text = decoded(bytes.subarray(0, at));
        // within a letter: the client refuses it
        if (text === null) continue;
        if (!isRefusedOr(() => JSON.stringify(parsers[channel](text)) === whole))
          wrong.push(`${channel} cut at ${at}`);
        if (channel !== 'api' || at % 5 > 0) continue;
        plain.trials += 1;
        if (plainEntries(text).length === entries) plain.held += 1;
      }
    }
    report({
      class: 'a golden answer of each channel cut at every byte',
      order: 21,
      size: channels
        .map((name) => `${name} ${Buffer.byteLength(golden[name].body)} bytes`)
        .join(', '),
      trials,
      held: trials - wrong.length,
      baseline: plain,
    });
    expect(wrong).toEqual([]);
  });
});

function isRefusedOr(holds: () => boolean): boolean {
  try {
    return holds();
  } catch (error) {
    if (error instanceof ArxivAnswerError) return true;
    throw error;
  }
}

/** One change to a document: what transmission, proxies and broken writers do. */
function mutate(body: string, random: Random): string {
  const at = () => random.int(0, body.length - 1);
  const span = () => {
    const from = at();
    return [from, Math.min(body.length, from + random.int(1, 400))] as const;
  };
  const kind = random.int(0, 9);
  const [from, to] = span();
  const piece = body.slice(from, to);
  if (kind === 0) return body.slice(0, from) + body.slice(to);
  if (kind === 1) return body.slice(0, to) + piece + body.slice(to);
  if (kind === 2) return body.slice(0, from) + piece.split('').reverse().join('') + body.slice(to);
  if (kind === 3)
    return `${body.slice(0, from)}${random.pick(['<', '>', '&', '"', '\0', ']]>', '<!--'])}${body.slice(from)}`;
  if (kind === 4) return withoutElement(body, random);
  if (kind === 5) return body.slice(0, from) + body.charAt(at()) + body.slice(from + 1);
  if (kind === 6) return changedDigit(body, from);
  if (kind === 7)
    return body.replaceAll(
      random.pick(['entry', 'id', 'record', 'header', 'title', 'feed', 'published']),
      random.pick(['entri', 'ID', 'x']),
    );
  if (kind === 8) return body.slice(0, from) + piece.toUpperCase() + body.slice(to);
  return body.slice(from) + body.slice(0, from);
}

/** A whole element of one kind away, with all it holds: well-formed as before. */
function withoutElement(body: string, random: Random): string {
  // OAI-PMH does not say how many records a list has: one that was never there cannot be missed by a reader of it.
  const name = random.pick([
    'entry',
    'id',
    'title',
    'summary',
    'author',
    'category',
    'link',
    'header',
    'metadata',
    'published',
  ]);
  const found = [...body.matchAll(new RegExp(`<${name}\\b[^>]*(?:/>|>[\\s\\S]*?</${name}>)`, 'g'))];
  const match = found[random.int(0, Math.max(0, found.length - 1))];
  if (match === undefined) return body.slice(1);
  const { index, 0: element } = match;
  return body.slice(0, index) + body.slice(index + element.length);
}

function changedDigit(body: string, from: number): string {
  const at = body.slice(from).search(/\d/);
  if (at < 0) return body.slice(1);
  const place = from + at;
  return body.slice(0, place) + String((Number(body[place]) + 1) % 10) + body.slice(place + 1);
}

/** The ids of the records that the parser makes of a document. */
function idsIn(channel: Channel, text: string): string {
  const read = {
    api: () => parseApiAnswer(text, { where: 'golden' }).papers,
    feed: () => parseAnnouncements(text, { where: 'golden' }).items,
    oai: () => parseOai(text, { where: 'golden' }).records,
  };
  return read[channel]()
    .map(({ id }) => id)
    .join(' ');
}

/** What a batch says of things that did not come as they should. */
function isTold({ complete, rejected, channels: told }: ArxivBatch, channel: Channel): boolean {
  return !complete || rejected.length > 0 || told[channel].problem !== undefined;
}

describe(`${MUTATIONS} seeded changes to golden answers`, () => {
  it('lose no paper without a word', async () => {
    const named = async (refused: Channel | null) =>
      (await fetchChanged((body, channel) => (channel === refused ? null : body))).papers.map(
        ({ id }) => id,
      );
    const ids = await named(null);
    // what OAI-PMH and the feed have together
    const due = { api: ids, feed: ids, oai: await named('api') };
    expect(due.oai.length).toBeGreaterThan(4);
    const random = seededRandom(20_261_124);
    const lost: string[] = [];
    let deeper = 0;
    const whole = {
      api: idsIn('api', golden.api.body),
      feed: idsIn('feed', golden.feed.body),
      oai: idsIn('oai', golden.oai.body),
    };
    const plain = { trials: 0, held: 0 };
    const entries = plainEntries(golden.api.body).map(({ id }) => id);
    for (let trial = 0; trial < MUTATIONS; trial += 1) {
      const channel = channels[trial % 3] ?? 'api';
      const { url, body } = golden[channel];
      const changed = mutate(body, random);
      if (channel === 'api') {
        plain.trials += 1;
        const found = new Set(plainEntries(changed).map(({ id }) => id));
        if (entries.every((id) => found.has(id))) plain.held += 1;
      }
      // What the parser refuses, or reads as it was, needs no run: that is tried for each fault of an answer elsewhere.
      if (isRefusedOr(() => idsIn(channel, changed) === whole[channel])) continue;
      deeper += 1;
      const batch = await fetchChanged((text, name, asked) =>
        asked === url ? changed : channel === 'oai' && name === 'api' ? null : text,
      );
      const got = new Set(batch.papers.map(({ id }) => id));
      const missing = due[channel].filter((id) => !got.has(id));
      if (missing.length > 0 && !isTold(batch, channel))
        lost.push(`${trial} ${channel}: ${missing.join(' ')}`);
    }
    report({
      class: 'a golden answer changed by a seeded generator: bytes, spans, elements, digits',
      order: 22,
      size: `${ids.length} papers, three channels`,
      trials: MUTATIONS,
      held: MUTATIONS - lost.length,
      baseline: plain,
    });
    expect(lost.slice(0, 20)).toEqual([]);
    expect(deeper).toBeGreaterThan(MUTATIONS / 100);
  });
});
