/**
 * Daily runs against the local arXiv under one clock that both sides share: waiting costs no time, and every wait is
 * counted.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseConfig } from '../../src/config/parse-config.ts';
import type { Config } from '../../src/config/config.ts';
import { readEnv } from '../../src/env/read-env.ts';
import { createClient } from '../../src/http/client.ts';
import { silentLogger } from '../../src/log/logger.ts';
import type { Day, Instant } from '../../src/paper.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import type { Snapshot } from '../../src/store/snapshot.ts';
import { arxivSource } from '../../src/update/arxiv/arxiv-source.ts';
import { runUpdate, type UpdateResult } from '../../src/update/run-update.ts';
import {
  startArxivServer,
  type ArxivServer,
  type ArxivServerOptions,
} from '../arxiv-server/arxiv-server.ts';

/** Robotics whole, three neighbours by topic; the phrases are those of the invented papers. arXiv alone is asked. */
export const rehearsalConfigText = `
site:
  title: Rehearsal
arxiv:
  categories: { cs.RO: all, cs.CV: matching, cs.LG: matching, cs.AI: matching }
  page_size: 100
topics:
  - { id: vla, name: { en: VLA, zh: VLA }, group: main, include: [vision-language-action models] }
  - { id: legs, name: { en: Legs, zh: 足式 }, group: main, include: [legged locomotion] }
  - { id: hands, name: { en: Hands, zh: 灵巧手 }, group: main, include: [dexterous manipulation, tactile sensing] }
  - { id: learning, name: { en: Learning, zh: 学习 }, group: main, include: [imitation learning, sim-to-real] }
groups: [{ id: main, name: { en: Main, zh: 主要 } }]
citations: { enabled: false }
`;

export const rehearsalConfig = parseConfig(rehearsalConfigText, 'rehearsal.yaml');

export interface RunFigures {
  requests: number;
  /** From the start of the run to its end, by the shared clock: waiting alone. */
  virtualMs: number;
}

export class Rehearsal {
  readonly server: ArxivServer;
  readonly dir: string;
  readonly config: Config;
  /** Real time that a single request may take; shorter where a test lets a host hang. */
  deadlineMs = 60_000;
  /** Of the last run. */
  figures: RunFigures = { requests: 0, virtualMs: 0 };
  private readonly clock: { now: number };
  private readonly environment: Record<string, string>;

  constructor(
    server: ArxivServer,
    clock: { now: number },
    { config = rehearsalConfig, environment = {}, dir }: RehearsalOptions,
  ) {
    this.server = server;
    this.config = config;
    this.clock = clock;
    this.environment = environment;
    this.dir = dir ?? mkdtempSync(join(tmpdir(), 'pulse-data-'));
  }

  /** One run that begins at this instant. */
  async run(at: Instant): Promise<UpdateResult> {
    this.clock.now = Date.parse(at);
    this.server.log.clear();
    const env = readEnv({
      ARXIV_API_URL: this.server.apiUrl,
      ARXIV_FEED_URL: this.server.atomUrl,
      ARXIV_OAI_URL: this.server.oaiUrl,
      ...this.environment,
    });
    const client = createClient(
      {
        userAgent: 'EmbodiedPulse/0.1 (+https://example.org/pulse)',
        allowHosts: ['127.0.0.1'],
      },
      {
        now: () => this.clock.now,
        sleep: (ms) => {
          this.clock.now += ms;
          return Promise.resolve();
        },
        random: () => 0.5,
        log: silentLogger,
      },
    );
    const { deadlineMs } = this;
    const result = await runUpdate(this.config, {
      dir: this.dir,
      env,
      now: at,
      client: { ...client, get: (url, options) => client.get(url, { deadlineMs, ...options }) },
      log: silentLogger,
      sources: [arxivSource],
    });
    this.figures = {
      requests: this.server.log.seen.length,
      virtualMs: this.clock.now - Date.parse(at),
    };
    return result;
  }

  /** What the local arXiv's clock shows, for a visitor that is no run. */
  setClock(at: Instant): void {
    this.clock.now = Date.parse(at);
  }

  snapshot(): Snapshot {
    return openSnapshot(this.dir, { cacheFile: null });
  }

  /** The files of the data folder as they are now. */
  save(): ReadonlyMap<string, Buffer> {
    const names = readdirSync(this.dir, { recursive: true, withFileTypes: true });
    return new Map(
      names
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((file) => [file, readFileSync(file)]),
    );
  }

  /** Puts the data folder back to what was saved. */
  restore(files: ReadonlyMap<string, Buffer>): void {
    rmSync(this.dir, { recursive: true });
    for (const [file, bytes] of files) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
  }

  /** One hash over every file of the data folder, names and bytes. */
  fingerprint(): string {
    const hash = createHash('sha256');
    for (const entry of readdirSync(this.dir, { recursive: true, withFileTypes: true }).toSorted(
      (a, b) => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1),
    )) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      hash.update(file.slice(this.dir.length)).update('\0').update(readFileSync(file)).update('\0');
    }
    return hash.digest('hex');
  }

  async close(): Promise<void> {
    await this.server.close();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

export interface RehearsalOptions extends Omit<ArxivServerOptions, 'clock'> {
  config?: Config;
  /** Variables of the environment beside the addresses. */
  environment?: Record<string, string>;
  /** The data folder; one for this rehearsal alone when left out. */
  dir?: string;
}

export async function startRehearsal(options: RehearsalOptions): Promise<Rehearsal> {
  const clock = { now: 0 };
  const server = await startArxivServer({ ...options, clock: () => clock.now });
  return new Rehearsal(server, clock, options);
}

/** After the feed is rebuilt, in summer and in winter. */
export const morning = (day: Day): Instant => `${day}T06:17:00Z`;
