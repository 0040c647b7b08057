/** The weekly releases of this repository: which there are, getting the snapshot of one, and which may go. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'astro/zod';
import type { Day } from '../paper.ts';
import { RepositoryError, type RepositoryAccess } from './repository.ts';

/** Names of the assets that a restore needs. */
export const SNAPSHOT_ASSET = 'snapshot.tar.gz';
export const CHECKSUMS_ASSET = 'SHA256SUMS';
const TAG = /^snapshot-(\d{4}-\d{2}-\d{2})$/;

/** How many weekly releases stay; of older ones the last of each month, for a year. */
const WEEKS = 8;
const MONTHS = 12;

export interface SnapshotRelease {
  id: number;
  tag: string;
  day: Day;
  assets: { name: string; url: string }[];
}

/** A release is not there, or not whole. The message says which, and what to do. */
export class SnapshotReleaseError extends Error {
  override readonly name = 'SnapshotReleaseError';
}

const releasesSchema = z.array(
  z.looseObject({
    id: z.int(),
    tag_name: z.string(),
    draft: z.boolean(),
    assets: z.array(z.looseObject({ name: z.string(), url: z.url() })),
  }),
);

/** A reader of public releases needs no token. */
export type ReleaseAccess = Omit<RepositoryAccess, 'token'> & { token?: string | undefined };

const PER_PAGE = 100;
const MOST_PAGES = 10;

/**
 * The published weekly releases, oldest first.
 * @throws {RepositoryError} when GitHub refuses
 */
export async function listSnapshotReleases(access: ReleaseAccess): Promise<SnapshotRelease[]> {
  const found: SnapshotRelease[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const path = `/releases?per_page=${PER_PAGE}&page=${page}`;
    const answer = await call(access, 'GET', path, 'application/vnd.github+json');
    const list = releasesSchema.parse(await answer.json());
    for (const { id, tag_name: tag, draft, assets } of list) {
      const day = TAG.exec(tag)?.[1];
      if (day !== undefined && !draft) found.push({ id, tag, day, assets });
    }
    if (list.length < PER_PAGE) break;
  }
  return found.sort((a, b) => (a.day < b.day ? -1 : 1));
}

/**
 * Gets the snapshot of the last release on a day or before, and holds it against the release's checksums.
 * @param into a folder
 * @returns the file and the tag of its release
 * @throws {SnapshotReleaseError} when there is none, or its bytes are not those that its checksums name
 * @throws {RepositoryError} when GitHub refuses
 */
export async function downloadSnapshot(
  access: ReleaseAccess,
  day: Day,
  into: string,
): Promise<{ file: string; tag: string }> {
  const releases = await listSnapshotReleases(access);
  const release = releases.findLast((one) => one.day <= day);
  if (release === undefined) {
    const first = releases[0] ? `the first is ${releases[0].tag}` : 'it has none';
    throw new SnapshotReleaseError(
      `${access.repository} has no release of ${day} or before (${first}). Name a later day, a commit or a file.`,
    );
  }
  const asset = (name: string): string => {
    const url = release.assets.find((one) => one.name === name)?.url;
    if (url !== undefined) return url;
    throw new SnapshotReleaseError(
      `The release ${release.tag} has no ${name}: it was not made whole. Name an earlier day.`,
    );
  };
  const sums = await (await get(access, asset(CHECKSUMS_ASSET))).text();
  const expected = new RegExp(`^([0-9a-f]{64}) [ *]${SNAPSHOT_ASSET.replaceAll('.', '\\.')}$`, 'm');
  const sum = expected.exec(sums)?.[1];
  const file = join(into, `${release.tag}.tar.gz`);
  const found = await save(await get(access, asset(SNAPSHOT_ASSET)), file);
  if (found === sum) return { file, tag: release.tag };
  throw new SnapshotReleaseError(
    `${SNAPSHOT_ASSET} of ${release.tag} is not the file that its ${CHECKSUMS_ASSET} names (${found} in place of ${sum ?? 'nothing'}). Try again, or name an earlier day.`,
  );
}

/**
 * Which releases may go: all but the last eight, and of older ones the last of each of the last twelve months.
 * @param today UTC
 */
export function outdatedReleases<T extends Pick<SnapshotRelease, 'day'>>(
  releases: readonly T[],
  today: Day,
): T[] {
  const sorted = releases.toSorted((a, b) => (a.day < b.day ? 1 : -1));
  const [year = 0, month = 1] = today.split('-').map(Number);
  const oldest = new Date(Date.UTC(year, month - 1 - MONTHS, 1)).toISOString().slice(0, 7);
  const months = new Set<string>();
  return sorted.filter(({ day }, place) => {
    const isLast = !months.has(day.slice(0, 7));
    months.add(day.slice(0, 7));
    const stays = place < WEEKS || (isLast && day.slice(0, 7) >= oldest);
    return !stays;
  });
}

/**
 * Deletes releases with their tags.
 * @throws {RepositoryError} when GitHub refuses
 */
export async function deleteReleases(
  access: RepositoryAccess,
  releases: readonly Pick<SnapshotRelease, 'id' | 'tag'>[],
): Promise<void> {
  for (const { id, tag } of releases) {
    await call(access, 'DELETE', `/releases/${id}`, 'application/vnd.github+json');
    await call(access, 'DELETE', `/git/refs/tags/${tag}`, 'application/vnd.github+json');
  }
}

async function call(
  access: ReleaseAccess,
  method: 'GET' | 'DELETE',
  path: string,
  accept: string,
): Promise<Response> {
  return ask(access, method, `${access.api}/repos/${access.repository}${path}`, accept);
}

/** An asset lies behind a redirect to another host, which is not given the token. */
function get(access: ReleaseAccess, url: string): Promise<Response> {
  return ask(access, 'GET', url, 'application/octet-stream');
}

async function ask(
  { token, fetch: ours = fetch }: ReleaseAccess,
  method: string,
  url: string,
  accept: string,
): Promise<Response> {
  const answer = await ours(url, {
    method,
    headers: {
      accept,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      'user-agent': 'embodied-pulse',
      'x-github-api-version': '2022-11-28',
    },
    signal: AbortSignal.timeout(600_000),
  });
  if (answer.ok) return answer;
  const needed =
    method === 'GET'
      ? 'set GITHUB_TOKEN when the repository is private'
      : 'give the job `contents: write`';
  throw new RepositoryError(method, url, answer.status, await answer.text(), needed);
}

/** @returns the sha256 of what was written */
async function save(answer: Response, file: string): Promise<string> {
  if (answer.body === null) throw new SnapshotReleaseError(`${answer.url} has no body.`);
  const hash = createHash('sha256');
  const { body } = answer;
  await pipeline(async function* counted() {
    for await (const chunk of body) {
      hash.update(chunk);
      yield chunk;
    }
  }, createWriteStream(file));
  return hash.digest('hex');
}
