/** The documented commands that need no network are run as they stand, in a copy of nothing but an archive. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commandsOf, documents, root } from './documents.ts';

/** What may run here, with the exit codes that are right: a doctor may find something, a paper may not be there. */
const offline: [command: RegExp, codes: number[]][] = [
  [/^npm run doctor -- (?:--json |--offline ?)+$/, [0, 1]],
  [/^npm run explain -- \d{4}\.\d{5}$/, [0, 1]],
  [/^npm run explain -- --title [^<]*$/, [0]],
  [/^npm run repair -- --check$/, [0]],
  [/^npm run backup$/, [0]],
  [/^npm run migrate$/, [0]],
  [/^npm run init -- --yes [^<]*--dry-run$/, [0]],
];

const wanted = [...new Set(documents.flatMap(commandsOf).map(({ text }) => text))].flatMap(
  (command) => {
    const codes = offline.find(([pattern]) => pattern.test(command))?.[1];
    return codes ? [{ command, codes }] : [];
  },
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pulse-docs-'));
  cpSync(join(root, 'data'), join(folder, 'data'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('there are such commands', () => {
  expect(wanted.length).toBeGreaterThan(4);
});

it.each(wanted)('$command', ({ command, codes }) => {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
  const [script = '', args] = [words[2], words.slice(words.indexOf('--') + 1)];
  const file = `scripts/${script}.ts`;
  expect(existsSync(join(root, file)), file).toBe(true);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [file, ...(words.includes('--') ? args : [])],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        DATA_DIR: join(folder, 'data'),
        CACHE_DIR: join(folder, 'cache'),
        BACKUPS_DIR: join(folder, 'backups'),
      },
    },
  );
  expect(codes, stdout + stderr).toContain(status);
  expect(stderr).not.toMatch(/\n\s+at /);
});
