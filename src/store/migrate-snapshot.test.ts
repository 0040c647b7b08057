import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitSnapshot } from './commit-snapshot.ts';
import { failingFiles } from './fixtures/failing-files.ts';
import { contents, temporaryFolder } from './fixtures/folder.ts';
import { inventedPaper } from './fixtures/invented-papers.ts';
import { SCHEMA_VERSION } from './manifest.ts';
import { migrateSnapshot } from './migrate-snapshot.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { openSnapshot } from './open-snapshot.ts';
import { verifySnapshot } from './verify-snapshot.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const versions = readdirSync(fixtures).filter((name) => /^v\d+$/.test(name));

function copy(version: string): string {
  const dir = join(temporaryFolder(), 'data');
  cpSync(join(fixtures, version), dir, { recursive: true });
  return dir;
}

describe('the forms that the data has had', () => {
  it('each have a fixture, and each but the first a step to it', () => {
    expect(versions).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, index) => `v${index + 1}`));
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(
      Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 2),
    );
  });

  it.each(versions)('%s is read, and brought to the present form', (version) => {
    const dir = copy(version);
    const papers = [...openSnapshot(dir, { cacheFile: null }).allPapers()];
    expect(papers.map(({ id }) => id)).toEqual(['hep-th/9901001', '2301.01402', '2301.02102']);
    migrateSnapshot(dir);
    expect(verifySnapshot(dir).problems).toEqual([]);
    expect(openSnapshot(dir).manifest.schema_version).toBe(SCHEMA_VERSION);
    expect([...openSnapshot(dir, { cacheFile: null }).allPapers()]).toEqual(papers);
  });
});

/** Invented steps: a field of notes is renamed, then papers get a new one and a receipt's problems leave. */
const migrations: Migration[] = [
  {
    to: 2,
    about: 'notes: `title` is called `headline`',
    record: ({ title, ...record }, kind) =>
      kind === 'notes'
        ? { ...record, headline: title }
        : { ...record, ...(title !== undefined && { title }) },
  },
  {
    to: 3,
    about: 'papers: `seen_by`',
    record: (record, kind) =>
      kind === 'papers' ? { ...record, seen_by: record['version'] } : record,
  },
];

describe('a chain of steps', () => {
  it('is applied at reading, without writing', () => {
    const dir = copy('v1');
    const before = contents(dir);
    const [first] = openSnapshot(dir, { cacheFile: null, target: 3, migrations }).allPapers();
    expect(first).toMatchObject({ id: 'hep-th/9901001', seen_by: 1 });
    expect(contents(dir)).toEqual(before);
  });

  it('is applied to every record in one commit, and a second time does nothing', () => {
    const dir = copy('v1');
    expect(migrateSnapshot(dir, { target: 3, migrations })).toEqual({ from: 1, to: 3 });
    const snapshot = openSnapshot(dir, { cacheFile: null, target: 3, migrations });
    expect(snapshot.manifest.schema_version).toBe(3);
    expect(snapshot.manifest.sources['arxiv']).toMatchObject({ cursor: '2023-01-12' });
    expect(contents(dir)['notes/2023-01.ndjson']).toMatch(/"headline":"Note"/);
    expect([...snapshot.allPapers()]).toHaveLength(3);
    expect([...snapshot.allPapers()][1]).toMatchObject({
      version: 3,
      seen_by: 3,
      title: 'Retitled',
    });
    const before = contents(dir);
    expect(migrateSnapshot(dir, { target: 3, migrations })).toEqual({ from: 3, to: 3 });
    expect(contents(dir)).toEqual(before);
  });

  it('that is killed anywhere leaves the old form or the new one', () => {
    for (let at = 1; at <= 60; at += 7) {
      const dir = copy('v1');
      const { files } = failingFiles({ at, how: 'dead', code: 'EKILLED' });
      try {
        migrateSnapshot(dir, { target: 3, migrations, files, warn: () => {} });
      } catch {
        // Where it got to is what matters.
      }
      const snapshot = openSnapshot(dir, { cacheFile: null, target: 3, migrations });
      expect([1, 3]).toContain(snapshot.manifest.schema_version);
      expect([...snapshot.allPapers()].map((paper) => 'seen_by' in paper)).toEqual([
        true,
        true,
        true,
      ]);
    }
  });

  it('with a step missing is refused', () => {
    expect(() =>
      migrateSnapshot(copy('v1'), { target: 3, migrations: migrations.slice(1) }),
    ).toThrow(/line 1: cannot be migrated: there is no migration to schema_version 2/);
  });

  it('that would make fewer records is refused', () => {
    const same: Migration = {
      to: 2,
      about: '',
      record: (record, kind) =>
        kind === 'papers' ? { ...record, id: '2301.01402', announced: '2023-01-02' } : record,
    };
    expect(() => migrateSnapshot(copy('v1'), { target: 2, migrations: [same] })).toThrow(
      /would make 4 records of 6; refused/,
    );
  });

  it('is needed before an older form is added to, and a newer one is refused by name', () => {
    const dir = copy('v1');
    migrateSnapshot(dir, { target: 3, migrations });
    expect(() => openSnapshot(dir)).toThrow(/schema_version 3; this program knows up to 1/);
    const base = openSnapshot(dir, { cacheFile: null, target: 3, migrations });
    expect(() => commitSnapshot(dir, { base, papers: [inventedPaper(2, 1)] })).toThrow(
      /npm run migrate/,
    );
  });
});
