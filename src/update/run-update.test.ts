import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rehearsalConfig } from '../../tests/daily/rehearsal.ts';
import { readEnv } from '../env/read-env.ts';
import { summaryMarkdown } from '../health/summary-markdown.ts';
import { createClient } from '../http/client.ts';
import { silentLogger } from '../log/logger.ts';
import type { Paper } from '../paper.ts';
import { commitMessage } from '../push/commit-message.ts';
import { lockSnapshot } from '../store/lock.ts';
import { openSnapshot } from '../store/open-snapshot.ts';
import { recordKind } from '../store/record-kind.ts';
import { SnapshotError } from '../store/snapshot-error.ts';
import { runUpdate } from './run-update.ts';
import type { Source, SourceOutcome } from './source.ts';

const paper: Paper = {
  id: '2611.00100',
  version: 1,
  title: 'Gaits',
  abstract: 'A robot walks.',
  authors: [{ name: 'Ada Lovelace' }],
  categories: ['cs.RO'],
  primary_category: 'cs.RO',
  submitted: '2026-11-09T10:00:00Z',
  updated: '2026-11-09T10:00:00Z',
  announced: '2026-11-10',
  announced_from: 'feed',
  first_seen: '2026-11-10',
  comment: null,
  journal_ref: null,
  doi: null,
  links: [],
  history: [],
};

/** Brings one paper, once. */
const papersSource: Source = {
  name: 'papers',
  run: ({ archive }) => {
    const isNew = !archive.find([paper.id]).has(paper.id);
    if (isNew) archive.put([paper]);
    const merged = { added: Number(isNew), updated: 0, unchanged: Number(!isNew) };
    return Promise.resolve({ state: 'new', answered: true, merged });
  },
};
const outcome = (name: string, what: Partial<SourceOutcome> | Error): Source => ({
  name,
  run: () =>
    what instanceof Error
      ? Promise.reject(what)
      : Promise.resolve({ state: 'quiet', answered: true, ...what }),
});

const morning = '2026-11-10T06:17:00Z';
const evening = '2026-11-10T17:43:00Z';

describe('an update', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'pulse-update-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const update = (sources: Source[], now = morning, env: Record<string, string> = {}) =>
    runUpdate(rehearsalConfig, {
      dir,
      env: readEnv(env),
      now,
      client: createClient({ userAgent: 'Pulse/0 (test)' }, { log: silentLogger }),
      log: silentLogger,
      sources,
    });

  it('commits what every source brought, with one receipt of the run', async () => {
    const { snapshot, receipts } = await update([papersSource, outcome('other', {})]);
    expect([...snapshot.allPapers()]).toEqual([paper]);
    expect(receipts).toMatchObject([{ id: `run/${morning}`, merged: { added: 1 } }]);
    expect(snapshot.manifest.sources).toMatchObject({
      papers: { state: 'new', since: morning, last_success: morning, last_new: morning },
      other: { state: 'quiet', last_new: null },
    });
  });

  it('lets a later source see what an earlier one changed', async () => {
    let seen: Paper | undefined;
    const later: Source = {
      name: 'later',
      run: ({ archive }) => {
        seen = archive.find([paper.id]).get(paper.id);
        return Promise.resolve({ state: 'quiet', answered: true });
      },
    };
    await update([papersSource, later]);
    expect(seen).toEqual(paper);
  });

  it('goes on without a source that fails, and says what it said', async () => {
    const { snapshot, receipts } = await update([
      outcome('broken', new Error('no answer')),
      papersSource,
    ]);
    expect([...snapshot.allPapers()]).toHaveLength(1);
    expect(snapshot.manifest.sources['broken']).toMatchObject({
      state: 'failing',
      last_success: null,
    });
    expect(receipts.at(-1)).toMatchObject({
      problems: [{ source: 'broken', message: 'no answer' }],
    });
  });

  it('changes nothing when no source brings anything new, whatever the hour', async () => {
    const sources = [papersSource, outcome('other', {})];
    const first = await update(sources);
    // the source that found its paper known says the same state as before
    const again = await update(sources, evening);
    expect(again.changed).toBe(false);
    expect(again.receipts).toEqual([]);
    expect(openSnapshot(dir).fingerprint).toBe(first.snapshot.fingerprint);
  });

  it('tells when a source entered its state, and when it last answered', async () => {
    await update([outcome('s', {})]);
    const failing = await update([outcome('s', { state: 'failing', answered: false })], evening);
    expect(failing.snapshot.manifest.sources['s']).toMatchObject({
      state: 'failing',
      since: evening,
      last_success: morning,
    });
    expect(
      (await update([outcome('s', { state: 'failing', answered: false })], evening)).changed,
    ).toBe(false);
  });

  it('writes nothing for a source that goes on failing, whatever it says, until something else changes', async () => {
    const failing = (message: string): Source => ({
      name: 'citations',
      run: () => Promise.resolve({ state: 'failing', answered: false, problems: [{ message }] }),
    });
    const first = await update([failing('503')]);
    expect(first.changed).toBe(true);
    for (const [at, why] of [
      [evening, '503'],
      ['2026-11-26T06:37:00Z', 'timeout'],
    ] as const) {
      const again = await update([failing(why)], at);
      expect([again.changed, again.receipts]).toEqual([false, []]);
      expect(again.outcomes.get('citations')).toMatchObject({ state: 'failing' });
    }
    const recovered = await update([outcome('citations', {})], '2026-11-27T06:37:00Z');
    expect(recovered.snapshot.manifest.sources['citations']).toMatchObject({ state: 'quiet' });
    expect(commitMessage(first.receipts)).toContain('citations failing');
    expect(summaryMarkdown(first.receipts)).toContain('| citations | failing |');
  });

  it('takes a record of another kind, and keeps a cursor until there is a new one', async () => {
    const notes = recordKind<{ id: string }>({
      name: 'notes',
      shardOf: () => '2026-11',
      parse: (value) => value as { id: string },
    });
    const records = [{ kind: notes, upsert: [{ id: 'a' }] }];
    await update([outcome('s', { state: 'new', cursor: 'page=2', records })]);
    const { snapshot } = await update(
      [outcome('s', { state: 'failing', answered: false })],
      evening,
    );
    expect([...snapshot.records(notes)]).toEqual([{ id: 'a' }]);
    expect(snapshot.manifest.sources['s']?.cursor).toBe('page=2');
  });

  it('refuses while another run is at work, and asks nobody', async () => {
    const lock = lockSnapshot(dir, { process: { pid: 1, host: 'elsewhere', start: '1' } });
    const asked: string[] = [];
    const source: Source = {
      name: 's',
      run: () => {
        asked.push('s');
        return Promise.resolve({ state: 'quiet', answered: true });
      },
    };
    await expect(update([source])).rejects.toThrow(SnapshotError);
    expect(asked).toEqual([]);
    lock.release();
  });

  it('fails as a whole when a source finds the snapshot damaged', async () => {
    const damaged = new SnapshotError('damaged', 'data/papers/x is not what it was');
    await expect(update([outcome('s', damaged), papersSource])).rejects.toThrow('not what it was');
    expect([...openSnapshot(dir).allPapers()]).toEqual([]);
  });

  it('that is switched off runs no source', async () => {
    const { skipped, outcomes } = await update([papersSource], morning, {
      AUTO_FETCH_ENABLED: 'false',
    });
    expect(skipped).toContain('AUTO_FETCH_ENABLED=false');
    expect(outcomes.size).toBe(0);
  });
});
