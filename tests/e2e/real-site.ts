import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config/read-config.ts';
import { makeSnapshot } from '../daily/make-snapshot.ts';
import { runAstro } from './build-site.ts';
import { serveSite } from './serve-site.ts';

/** A site of the real records with the project's own `config.yaml`, served under a base path. */
export interface RealSite {
  /** Address of its root. */
  url: string;
  dir: string;
  /** Days that the record holds, newest first. */
  days: string[];
  stop: () => void;
}

const base = '/pulse/';

/** What its JSON says of a paper, as far as scenarios ask. */
export interface RealPaper {
  id: string;
  title: string;
  abstract: string;
  authors: { name: string }[];
  topics: { topic: string }[];
  facets: { group: string; id: string }[];
  links: { kind: string }[];
}

/** Builds it, or takes the built one that `E2E_REAL_SITE` names. */
export async function openRealSite(): Promise<RealSite> {
  const work = mkdtempSync(join(tmpdir(), 'pulse-real-'));
  const dir = process.env['E2E_REAL_SITE'] ?? (await build(work));
  const server = await serveSite(dir, base);
  const days = readdirSync(join(dir, 'days')).sort().reverse();
  const stop = () => {
    server.close();
    rmSync(work, { recursive: true, force: true });
  };
  return { url: server.url, dir, days, stop };
}

async function build(dir: string): Promise<string> {
  const data = join(dir, 'data');
  mkdirSync(data);
  makeSnapshot(data, await readConfig());
  return runAstro({ dir, base, data, configFile: 'config.yaml' });
}

/** Papers of a day, from its JSON. */
export function papersOn({ dir }: RealSite, day: string): RealPaper[] {
  return JSON.parse(readFileSync(join(dir, `api/v1/days/${day}.json`), 'utf8')).papers;
}
