import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Paper } from '../../src/paper.ts';
import { commitSnapshot } from '../../src/store/commit-snapshot.ts';
import { papers } from '../../src/store/kinds.ts';
import { emptyManifest, MANIFEST, serialiseManifest } from '../../src/store/manifest.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { sha256 } from '../../src/store/sha256.ts';
import { serialiseShard, shardPath } from '../../src/store/shard.ts';
import {
  mailingDate,
  NEW_A_DAY,
  replacementDays,
  syntheticPaper,
  type Plan,
} from './synthetic-paper.ts';

/**
 * Writes an archive of `count` papers in whole mailing days, as the store would have committed it day by day.
 * @returns the plan, for `addDay`
 */
export function makeArchive(dir: string, count: number, plan: Omit<Plan, 'lastDay'>): Plan {
  const lastDay = Math.max(0, Math.round(count / NEW_A_DAY) - 1);
  const whole: Plan = { ...plan, lastDay };
  const manifest = emptyManifest();
  rmSync(dir, { recursive: true, force: true });
  for (let day = 0; day <= lastDay; day += 1) {
    const date = mailingDate(day);
    const path = shardPath(papers.name, date);
    const bytes = serialiseShard(papersOfDay(day, whole), papers);
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), bytes);
    manifest.files[path] = { sha256: sha256(bytes), bytes: bytes.length, rows: NEW_A_DAY };
    const at = `${date}T06:23:00Z`;
    manifest.sources['arxiv'] = { state: 'new', since: at, last_success: at, last_new: at };
  }
  writeFileSync(join(dir, MANIFEST), serialiseManifest(manifest));
  return whole;
}

/** A mailing day after those of the plan: its new papers and the replacements announced with them. */
export interface NextDay {
  plan: Plan;
  at: string;
  added: Paper[];
  updated: Paper[];
}

export function nextDay(plan: Plan): NextDay {
  const next: Plan = { ...plan, lastDay: plan.lastDay + 1 };
  return {
    plan: next,
    at: `${mailingDate(next.lastDay)}T06:23:00Z`,
    added: papersOfDay(next.lastDay, next),
    updated: replacedOn(next),
  };
}

/** Merges a day into the snapshot, as a run does that has read it from the network. */
export function commitDay(
  dir: string,
  { at, added, updated }: Pick<NextDay, 'at' | 'added' | 'updated'>,
): void {
  commitSnapshot(dir, {
    base: openSnapshot(dir, { cacheFile: null }),
    papers: [...added, ...updated],
    sources: { arxiv: { state: 'new', since: at, last_success: at, last_new: at } },
  });
}

/**
 * Commits the next mailing day.
 * @returns how many new papers and replacements it had
 */
export function addDay(dir: string, plan: Plan): { plan: Plan; added: number; updated: number } {
  const day = nextDay(plan);
  commitDay(dir, day);
  return { plan: day.plan, added: day.added.length, updated: day.updated.length };
}

function papersOfDay(day: number, plan: Plan): Paper[] {
  return Array.from({ length: NEW_A_DAY }, (_, index) =>
    syntheticPaper(day * NEW_A_DAY + index, plan),
  );
}

function replacedOn(plan: Plan): Paper[] {
  const found: Paper[] = [];
  for (let index = 0; index < plan.lastDay * NEW_A_DAY; index += 1) {
    const after = plan.lastDay - Math.floor(index / NEW_A_DAY);
    if (replacementDays(index, plan.seed).includes(after)) found.push(syntheticPaper(index, plan));
  }
  return found;
}
