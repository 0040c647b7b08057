/** Runs of single sources against local servers, in a data folder of their own. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../../src/config/parse-config.ts';
import type { Config } from '../../src/config/config.ts';
import { readEnv, type Environment } from '../../src/env/read-env.ts';
import { createClient, type Client } from '../../src/http/client.ts';
import type { RequestOptions } from '../../src/http/request-options.ts';
import { silentLogger } from '../../src/log/logger.ts';
import type { Instant, Paper } from '../../src/paper.ts';
import { commitSnapshot } from '../../src/store/commit-snapshot.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import type { RecordKind, StoredRecord } from '../../src/store/record-kind.ts';
import { runUpdate, type UpdateResult } from '../../src/update/run-update.ts';
import type { Source } from '../../src/update/source.ts';

const BASE = parseConfig(
  `
site: { title: Rehearsal }
arxiv: { categories: { cs.RO: all } }
groups: [{ id: main, name: Main }]
topics:
  - { id: hands, name: Hands, group: main, include: [dexterous manipulation] }
`,
  'rehearsal.yaml',
);

export const NOW = '2026-11-24T06:17:00Z';

export class SectionRun implements Disposable {
  readonly dir = mkdtempSync(join(tmpdir(), 'pulse-section-'));
  readonly config: Config;
  readonly hosts: string[];
  readonly environment: Environment;
  /** Milliseconds that stand in for every deadline, so that a slow answer costs the test no half a minute. */
  hurry: number | null = null;
  /** The deadline and the cap of each request, as its source set them. */
  readonly bounds: Pick<RequestOptions, 'deadlineMs' | 'maxBytes'>[] = [];

  /** @param hosts local servers, which may be plain http and on a private address */
  constructor(parts: Partial<Config>, hosts: string[] = [], environment: Environment = {}) {
    this.config = { ...BASE, ...parts };
    this.hosts = hosts;
    this.environment = environment;
  }

  run(source: Source, now: Instant = NOW, config: Config = this.config): Promise<UpdateResult> {
    const client = createClient(
      {
        userAgent: 'EmbodiedPulse-test/1.0 (+https://example.org/)',
        minIntervalMs: 1,
        allowHosts: this.hosts,
      },
      { log: silentLogger },
    );
    const env = readEnv(this.environment);
    return runUpdate(config, {
      dir: this.dir,
      env,
      now,
      client: this.#bounded(client),
      log: silentLogger,
      sources: [source],
    });
  }

  /** The client itself, but for its deadlines. */
  #bounded(client: Client): Client {
    const hurried = ({ deadlineMs, maxBytes, ...options }: RequestOptions): RequestOptions => {
      this.bounds.push({
        ...(deadlineMs === undefined ? {} : { deadlineMs }),
        ...(maxBytes === undefined ? {} : { maxBytes }),
      });
      const deadline = this.hurry ?? deadlineMs;
      return {
        ...options,
        ...(deadline === undefined ? {} : { deadlineMs: deadline }),
        ...(maxBytes === undefined ? {} : { maxBytes }),
      };
    };
    return {
      ...client,
      get: (url, options) => client.get(url, hurried(options)),
      postJson: (url, value, options) => client.postJson(url, value, hurried(options)),
    };
  }

  put(papers: Paper[]): void {
    commitSnapshot(this.dir, { base: this.snapshot(), papers });
  }

  snapshot() {
    return openSnapshot(this.dir, { cacheFile: null });
  }

  records<T extends StoredRecord>(kind: RecordKind<T>): T[] {
    return [...this.snapshot().records(kind)];
  }

  /** Every byte of the data folder, by file. */
  bytes(): Record<string, string> {
    const files = readdirSync(this.dir, { recursive: true, withFileTypes: true });
    return Object.fromEntries(
      files
        .filter((file) => file.isFile())
        .map((file) => [
          join(file.parentPath, file.name),
          readFileSync(join(file.parentPath, file.name), 'utf8'),
        ]),
    );
  }

  [Symbol.dispose](): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** The messages of a run's problems, each after its source. */
export function problemsOf({ outcomes }: UpdateResult): string[] {
  return [...outcomes].flatMap(([name, { problems = [] }]) =>
    problems.map(({ message }) => `${name}: ${message}`),
  );
}

/** The state of each source and part. */
export function statesOf({ outcomes }: UpdateResult): Record<string, string> {
  return Object.fromEntries([...outcomes].map(([name, { state }]) => [name, state]));
}
