import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { commitSnapshot } from '../../src/store/commit-snapshot.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { inventedPapers } from '../e2e/invented-site.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pulse-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const configFile = (): string => join(folder, 'config.yaml');
const environment = () => ({
  PATH: process.env['PATH'],
  HOME: folder,
  CONFIG_FILE: configFile(),
  DATA_DIR: join(folder, 'data'),
  CACHE_DIR: join(folder, 'cache'),
  BACKUPS_DIR: join(folder, 'backups'),
});

function init(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((ended) => {
    execFile(
      process.execPath,
      ['scripts/init.ts', ...args],
      { env: environment() },
      (error, stdout, stderr) => ended({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

const quantum = ['--title', 'Quantum Daily', '--title-zh', '量子日报', '--field', 'quantum'];

function holdPapers(): void {
  const data = join(folder, 'data');
  commitSnapshot(data, { base: openSnapshot(data), papers: inventedPapers, receipts: [] });
}

describe('npm run init by flags', () => {
  it('writes a config that is valid and formatted, and says that nothing could be tried', async () => {
    const { code, stdout } = await init(
      ...quantum,
      '--only',
      'hardware',
      '--topic',
      'Sensing: NV centre',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('holds no paper yet');
    const config = await readConfig(configFile());
    expect(config.site.title).toEqual({ en: 'Quantum Daily', zh: '量子日报' });
    expect(config.topics.map(({ id }) => id)).toEqual(['hardware', 'sensing']);
    const text = readFileSync(configFile(), 'utf8');
    const style = await resolveConfig('config.yaml');
    expect(await format(text, { ...style, filepath: 'config.yaml' })).toBe(text);
    expect(text).toMatch(/^# yaml-language-server/);
  });

  it('counts what the recent days of the archive would have brought', async () => {
    holdPapers();
    const { stdout } = await init(
      '--yes', '--title', 'T', '--category', 'cs.RO=all', '--topic', 'Touch: tactile sensing',
    ); // prettier-ignore
    expect(stdout).toMatch(/Of the \d+ papers that .* would be kept:\n +[1-9]\d* {2}Touch {2}\(/);
  });

  it('refuses to write over a config, and with --replace keeps the old one', async () => {
    writeFileSync(configFile(), 'site: mine');
    const refused = await init(...quantum);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('nothing was written');
    expect(readFileSync(configFile(), 'utf8')).toBe('site: mine');
    expect((await init(...quantum, '--replace')).code).toBe(0);
    expect((await readConfig(configFile())).site.title.en).toBe('Quantum Daily');
    expect(readFileSync(join(folder, 'backups/config-1.yaml'), 'utf8')).toBe('site: mine');
  });

  it('begins with an empty archive when it is told to', async () => {
    holdPapers();
    expect((await init(...quantum, '--empty')).code).toBe(0);
    expect([...openSnapshot(join(folder, 'data')).allPapers()]).toEqual([]);
  });

  it('writes nothing on a dry run', async () => {
    const { code, stdout } = await init(...quantum, '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain('title: { en: Quantum Daily, zh: 量子日报 }');
    expect(existsSync(configFile())).toBe(false);
  });

  it.each([
    [[], /needed, as nobody is asked: --title, --category \(or --field\), --topic/],
    [['--title', 'T', '--field', 'quantom'], /--field: expected .* did you mean `quantum`/],
    [['--title', 'T', '--category', 'cs.R0'], /"cs.R0" is no arXiv category; did you mean `cs.RO`/],
    [['--title', 'T', '--category', 'cs.RO=some'], /expected all or matching, found "some"/],
    [
      ['--field', 'quantum', '--only', 'hardwear'],
      /no topic of the field; did you mean `hardware`/,
    ],
    [['--language', 'fr'], /expected en or zh, found "fr"/],
    [['--topics', 'x'], /--topics/],
  ])('%j ends with code 2 and says why', async (args, message) => {
    const { code, stderr } = await init(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(existsSync(configFile())).toBe(false);
  });
});

const hasPexpect = spawnSync('python3', ['-c', 'import pexpect']).status === 0;
if (!hasPexpect) console.warn('python3-pexpect is not here: the terminal session is skipped');

describe.skipIf(!hasPexpect)('npm run init on a terminal', () => {
  function session(steps: [wait: string, keys: string[]][]): string {
    const { stdout, stderr } = spawnSync('python3', ['tests/init/terminal_session.py'], {
      input: JSON.stringify({ node: process.execPath, steps }),
      env: { ...environment(), TERM: 'xterm-256color', NO_COLOR: '1' },
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return stdout;
  }

  it('asks for everything, in the language chosen, and writes what was answered', async () => {
    holdPapers();
    const told = session([
      ['Language', ['<down>', '<enter>']],
      ['网站标题', ['量子日报', '<enter>']],
      ['英文标题', ['Quantum Daily', '<enter>']],
      ['从哪个领域开始', ['<enter>']],
      ['arXiv 类别', ['<enter>']],
      ['收录全部论文', ['<enter>']],
      ['◆ +主题', ['<space>', '<enter>']],
      ['自定义主题', ['Touch: tactile sensing', '<enter>']],
      ['自定义主题', ['<enter>']],
      ['写入', ['<enter>']],
      ['从哪里开始', ['<enter>']],
    ]);
    expect(told).toMatch(/exit 0$/m);
    const config = await readConfig(configFile());
    expect(config.site).toMatchObject({
      title: { en: 'Quantum Daily', zh: '量子日报' },
      language: 'zh',
    });
    const ids = config.topics.map(({ id }) => id);
    expect(ids).not.toContain('error-correction');
    expect(ids.at(-1)).toBe('touch');
    expect([...openSnapshot(join(folder, 'data')).allPapers()]).toEqual([]);
  });

  it('leaves nothing behind when it is stopped by Ctrl-C, wherever that is', () => {
    const steps: [string, string[]][] = [
      ['Language', ['<enter>']],
      ['Title of the site', ['T', '<enter>']],
      ['title in Chinese', ['<enter>']],
      ['Field to begin with', ['<enter>']],
      ['arXiv categories', ['<enter>']],
      ['Keep every paper', ['<enter>']],
      ['◆ +Topics', ['<enter>']],
      ['of your own', ['<enter>']],
      ['Write', []],
    ];
    for (const at of [0, 3, 5, 8]) {
      const [wait = ''] = steps[at] ?? [];
      const told = session([...steps.slice(0, at), [wait, ['<ctrl-c>']]]);
      expect(told).toContain('Nothing was written');
      expect(told).toMatch(/exit 1$/m);
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('edits the config in place when that is chosen, and asks before it takes its place', async () => {
    writeFileSync(
      configFile(),
      '# mine\nsite: { title: Old }\narxiv: { categories: { cs.RO: all } }\n' +
        'topics: [{ id: a, name: A, include: [alpha] }]\n',
    );
    const told = session([
      ['Language', ['<enter>']],
      ['Title of the site', ['New', '<enter>']],
      ['title in Chinese', ['<enter>']],
      ['Field to begin with', ['<enter>']],
      ['arXiv categories', ['<enter>']],
      ['Keep every paper', ['<enter>']],
      ['◆ +Topics', ['<enter>']],
      ['of your own', ['<enter>']],
      ['Put the new one in its place', ['y']],
    ]);
    expect(told).toMatch(/exit 0$/m);
    expect(readFileSync(configFile(), 'utf8')).toContain('# mine');
    expect((await readConfig(configFile())).site.title.en).toBe('New');
    expect(readdirSync(join(folder, 'backups'))).toEqual(['config-1.yaml']);
  });
});
