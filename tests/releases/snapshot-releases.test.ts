import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contents } from '../../src/store/fixtures/folder.ts';
import { inventedPaper } from '../../src/store/fixtures/invented-papers.ts';
import { commitSnapshot } from '../../src/store/commit-snapshot.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { packSnapshot } from '../../src/store/pack-snapshot.ts';
import { RepositoryError } from '../../src/github/repository.ts';
import {
  deleteReleases,
  downloadSnapshot,
  listSnapshotReleases,
  outdatedReleases,
  SnapshotReleaseError,
} from '../../src/github/snapshot-releases.ts';

interface Served {
  id: number;
  tag_name: string;
  draft: boolean;
  files: Record<string, Buffer>;
}

let folder: string;
let server: Server;
let store: Server;
let api: string;
let storeUrl: string;
let releases: Served[];
let deleted: string[];
let leaked: string[];
const packed: Record<string, Buffer> = {};

const sums = (files: Record<string, Buffer>): Buffer =>
  Buffer.from(
    Object.entries(files)
      .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
      .join(''),
  );

const whole = (id: number, day: string): Served => {
  const files = {
    'snapshot.tar.gz': packed[day] ?? Buffer.from(day),
    'sbom.cdx.json': Buffer.from('{}'),
  };
  return {
    id,
    tag_name: `snapshot-${day}`,
    draft: false,
    files: { ...files, SHA256SUMS: sums(files) },
  };
};

/** api.github.com and the host of its assets, which a redirect leads to. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pulse-releases-'));
  for (const [day, number] of [
    ['2026-11-15', 1],
    ['2026-11-22', 2],
  ] as const) {
    const data = join(folder, day);
    const papers = Array.from({ length: number }, (_, n) => inventedPaper(1, n + 1));
    commitSnapshot(data, { base: openSnapshot(data, { cacheFile: null }), papers });
    packSnapshot(data, join(folder, `${day}.tar.gz`));
    packed[day] = readFileSync(join(folder, `${day}.tar.gz`));
  }
  store = createServer((request, response) => {
    if (request.headers.authorization) leaked.push(request.headers.authorization);
    const [, id, name = ''] = (request.url ?? '').split('/');
    const file = releases.find((one) => one.id === Number(id))?.files[name];
    response.writeHead(file ? 200 : 404).end(file);
  });
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', api);
    const send = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (!url.pathname.startsWith('/repos/someone/pulse/'))
      return send(404, { message: 'Not Found' });
    const path = url.pathname.slice('/repos/someone/pulse'.length);
    if (request.method === 'DELETE') {
      deleted.push(path);
      if (request.headers.authorization !== 'Bearer secret')
        return send(403, { message: 'Forbidden' });
      return response.writeHead(204).end();
    }
    const asset = /^\/releases\/assets\/(\d+)-(.+)$/.exec(path);
    if (asset && request.headers.accept === 'application/octet-stream')
      return response.writeHead(302, { location: `${storeUrl}/${asset[1]}/${asset[2]}` }).end();
    if (path !== '/releases') return send(404, { message: 'Not Found' });
    const page = Number(url.searchParams.get('page'));
    const list = releases.slice((page - 1) * 100, page * 100).map(({ files, ...release }) => ({
      ...release,
      assets: Object.keys(files).map((name) => ({
        name,
        url: `${api}/repos/someone/pulse/releases/assets/${release.id}-${name}`,
      })),
    }));
    return send(200, list);
  });
  const listen = async (one: Server) => {
    await new Promise<void>((ready) => one.listen(0, '127.0.0.1', ready));
    return (one.address() as AddressInfo).port;
  };
  api = `http://127.0.0.1:${await listen(server)}`;
  storeUrl = `http://localhost:${await listen(store)}`;
});
afterAll(() => {
  server.close();
  store.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  deleted = [];
  leaked = [];
  releases = [
    whole(3, '2026-11-22'),
    { ...whole(9, '2026-11-29'), draft: true },
    whole(2, '2026-11-15'),
  ];
  releases.push({ ...whole(4, '2026-11-01'), tag_name: 'v1.0.0' });
});

const access = (token?: string) => ({
  api,
  repository: 'someone/pulse',
  ...(token ? { token } : {}),
});

describe('weekly releases', () => {
  it('are those with a tag of ours that are published, oldest first, however many pages there are', async () => {
    const more = Array.from({ length: 150 }, (_, n) => ({
      ...whole(100 + n, '2026-01-01'),
      tag_name: `x${n}`,
    }));
    releases = [...more, ...releases];
    expect((await listSnapshotReleases(access())).map(({ day }) => day)).toEqual([
      '2026-11-15',
      '2026-11-22',
    ]);
  });

  it('give the snapshot of the last one on a day or before, without a token, and never the token to another host', async () => {
    const { file, tag } = await downloadSnapshot(access('secret'), '2026-11-21', folder);
    expect(tag).toBe('snapshot-2026-11-15');
    expect(readFileSync(file).equals(packed['2026-11-15'] ?? Buffer.alloc(0))).toBe(true);
    expect(leaked).toEqual([]);
    expect((await downloadSnapshot(access(), '2027-01-01', folder)).tag).toBe(
      'snapshot-2026-11-22',
    );
  });

  it('are refused when there is none so early, one lacks a file, or a byte is another', async () => {
    await expect(downloadSnapshot(access(), '2026-11-14', folder)).rejects.toThrow(
      /no release of 2026-11-14 or before \(the first is snapshot-2026-11-15\)/,
    );
    delete releases[2]?.files['SHA256SUMS'];
    await expect(downloadSnapshot(access(), '2026-11-16', folder)).rejects.toThrow(
      /was not made whole/,
    );
    const file = releases[0]?.files['snapshot.tar.gz'] ?? Buffer.alloc(0);
    releases[0]!.files['snapshot.tar.gz'] = Buffer.concat([file, Buffer.from('x')]);
    await expect(downloadSnapshot(access(), '2026-11-22', folder)).rejects.toThrow(
      SnapshotReleaseError,
    );
    await expect(
      downloadSnapshot({ ...access(), repository: 'no/one' }, '2026-11-22', folder),
    ).rejects.toThrow(RepositoryError);
  });

  it('are removed with their tags, and the remedy is named when that is not allowed', async () => {
    await deleteReleases({ ...access('secret'), token: 'secret' }, [
      { id: 2, tag: 'snapshot-2026-11-15' },
    ]);
    expect(deleted).toEqual(['/releases/2', '/git/refs/tags/snapshot-2026-11-15']);
    await expect(
      deleteReleases({ ...access('other'), token: 'other' }, [{ id: 2, tag: 'x' }]),
    ).rejects.toThrow(/contents: write/);
  });
});

describe('which releases may go', () => {
  const weekly = (count: number, last: string) =>
    Array.from({ length: count }, (_, n) => ({
      day: new Date(Date.parse(last) - n * 7 * 86_400_000).toISOString().slice(0, 10),
    }));

  it('are those before the last eight, but for the last of each month of a year', () => {
    const all = weekly(120, '2026-11-22');
    const gone = new Set(outdatedReleases(all, '2026-11-24').map(({ day }) => day));
    const stay = all.map(({ day }) => day).filter((day) => !gone.has(day));
    expect(stay.slice(0, 8)).toEqual(all.slice(0, 8).map(({ day }) => day));
    expect(stay.slice(8)).toEqual([
      '2026-09-27',
      '2026-08-30',
      '2026-07-26',
      '2026-06-28',
      '2026-05-31',
      '2026-04-26',
      '2026-03-29',
      '2026-02-22',
      '2026-01-25',
      '2025-12-28',
      '2025-11-30',
    ]);
  });

  it('never hold one of the newest eight, and asking again finds none', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 2000 }), { maxLength: 60 }),
        fc.integer({ min: 0, max: 2000 }),
        (numbers, now) => {
          const dayOf = (n: number) =>
            new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
          const all = numbers.map((n) => ({ day: dayOf(n) }));
          const gone = outdatedReleases(all, dayOf(now));
          const newest = new Set(all.toSorted((a, b) => (a.day < b.day ? 1 : -1)).slice(0, 8));
          expect(gone.filter((one) => newest.has(one))).toEqual([]);
          const left = all.filter((one) => !new Set(gone).has(one));
          expect(outdatedReleases(left, dayOf(now))).toEqual([]);
        },
      ),
    );
  });
});

describe('npm run restore -- --at a date that no commit or backup knows', () => {
  const restore = (...args: string[]) =>
    new Promise<{ status: number | null; said: string }>((done) => {
      const child = spawn(process.execPath, [resolve('scripts/restore.ts'), ...args], {
        cwd: folder,
        env: {
          ...process.env,
          DATA_DIR: join(folder, 'data'),
          BACKUPS_DIR: join(folder, 'backups'),
          GITHUB_API_URL: api,
          GITHUB_REPOSITORY: 'someone/pulse',
          GITHUB_TOKEN: '',
          NOW: '2026-11-24T12:00:00Z',
        },
      });
      let said = '';
      child.stdout.on('data', (text: Buffer) => (said += text.toString()));
      child.stderr.on('data', (text: Buffer) => (said += text.toString()));
      child.on('close', (status) => done({ status, said }));
    });

  it('brings the release back, keeps what was there as a backup, and leaves all alone when the asset is damaged', async () => {
    const data = join(folder, 'data');
    rmSync(data, { recursive: true, force: true });
    expect(await restore('--at', '2026-11-16')).toMatchObject({ status: 0 });
    expect(contents(data)).toEqual(contents(join(folder, '2026-11-15')));
    // now there is a backup of the day: the release is asked for by name
    const later = await restore('--at', '2026-11-22', '--from', 'release');
    expect(later).toMatchObject({ status: 0, said: expect.stringContaining('2 records') });
    expect(contents(data)).toEqual(contents(join(folder, '2026-11-22')));
    releases[2]!.files['snapshot.tar.gz'] = Buffer.from('damaged');
    const refused = await restore('--at', '2026-11-16', '--from', 'release');
    expect(refused).toMatchObject({ status: 1, said: expect.stringContaining('SHA256SUMS') });
    expect(contents(data)).toEqual(contents(join(folder, '2026-11-22')));
    expect(await restore('--at', 'HEAD', '--from', 'release')).toMatchObject({ status: 2 });
  });
});
