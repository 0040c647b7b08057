import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { measureCommand, type Measured } from '../measure-command.ts';
import { ELEVENTY_FILES } from './eleventy-files.ts';

const VERSION = '3.1.8';
const repository = resolve(import.meta.dirname, '../..');

/**
 * Builds the archive with Eleventy from nothing. It is not a dependency of the project: it is installed into the bench
 * folder, which lies in the repository, and `null` is returned where that is not possible.
 * @param shell the start of a page up to its own head, and from there to its own body
 */
export async function buildWithEleventy(
  dir: string,
  folders: { dataDir: string; cacheDir: string },
  shell: { head: string; body: string },
): Promise<(Measured & { outDir: string }) | null> {
  const tool = join(dir, '../eleventy-tool');
  if (!(await install(tool))) return null;
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, 'input'), { recursive: true });
  for (const [path, text] of Object.entries(ELEVENTY_FILES))
    writeFileSync(join(dir, 'input', path), text);
  writeFileSync(join(dir, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(dir, 'config.js'),
    'export default (eleventy) => eleventy.setUseGitIgnore(false);',
  );
  const here = (path: string): string => relative(repository, join(dir, path));
  const measured = await measureCommand(
    process.execPath,
    [
      '--max-old-space-size=8192',
      join(tool, 'node_modules/@11ty/eleventy/cmd.cjs'),
      `--config=${here('config.js')}`,
      `--input=${here('input')}`,
      `--output=${here('site')}`,
      '--quiet',
    ],
    {
      cwd: repository,
      env: {
        REPOSITORY: repository,
        DATA_DIR: folders.dataDir,
        CACHE_DIR: folders.cacheDir,
        SHELL_HTML_HEAD: shell.head,
        SHELL_HTML_BODY: shell.body,
      },
    },
  );
  return { ...measured, outDir: join(dir, 'site') };
}

async function install(tool: string): Promise<boolean> {
  if (existsSync(join(tool, 'node_modules/@11ty/eleventy/cmd.cjs'))) return true;
  mkdirSync(tool, { recursive: true });
  writeFileSync(join(tool, 'package.json'), '{"private":true}');
  try {
    await measureCommand(
      'npm',
      ['install', '--no-audit', '--no-fund', `@11ty/eleventy@${VERSION}`],
      { cwd: tool },
    );
    return true;
  } catch (error) {
    console.warn(`Eleventy is left out: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}
