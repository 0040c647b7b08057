import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { archive } from '../query/shared-archive.ts';
import type { Archive } from '../query/archive.ts';
import { authorPageGroups } from './author-pages.ts';
import { apiGroups } from './api-files.ts';
import { emitGroups } from './emit/emit-groups.ts';
import type { EmitGroup } from './emit/groups.ts';
import { HeldFolders } from './emit/held-folders.ts';
import { Trash } from './emit/trash.ts';
import { paperPage, paperPageGroups } from './paper-pages.ts';
import { paperSitemapGroups } from './paper-sitemaps.ts';
import type { SiteAddress } from './site-address.ts';

export interface ArchiveFilesOptions {
  address: SiteAddress;
  cacheDir: string;
  /** Hash over the code, the config and the address; see `siteSalt`. */
  salt: string;
}

/** Where Astro draws the shell of paper pages; it is not published. */
const SHELL = 'papers/shell';

/**
 * Writes the files that there are many of, after Astro has drawn its pages: the paper pages and what follows the archive
 * file by file. A further kind of file is one more list of groups here.
 */
function groupsOf(archive: Archive, shell: string, address: SiteAddress): EmitGroup[] {
  return [
    ...paperPageGroups(archive, paperPage(archive, shell, address)),
    ...authorPageGroups(archive, shell, address),
    ...paperSitemapGroups(archive, address),
    ...apiGroups(archive, address),
  ];
}

export function archiveFiles({ address, cacheDir, salt }: ArchiveFilesOptions): AstroIntegration {
  const emitDir = join(cacheDir, 'emit');
  let outDir = '';
  let trash: Trash | undefined;
  return {
    name: 'archive-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        outDir = fileURLToPath(config.outDir);
      },
      'astro:build:start': () => {
        new HeldFolders(outDir, emitDir).moveAside();
        // Astro would delete the rest one by one before it begins.
        trash = new Trash(join(emitDir, 'trash'));
        trash.take(entriesOf(outDir));
      },
      'astro:build:done': async ({ logger }) => {
        const started = performance.now();
        const shell = readFileSync(join(outDir, SHELL, 'index.html'), 'utf8');
        rmSync(join(outDir, SHELL), { recursive: true });
        const folders = new HeldFolders(outDir, emitDir);
        const groups = groupsOf(await archive(), shell, address);
        const report = emitGroups(groups, {
          outDir,
          cacheDir: emitDir,
          salt: `${salt}\n${shell}`,
          held: folders.moveBack(),
          discard: (folder) => trash?.take([folder]),
        });
        folders.note(new Set(groups.flatMap(({ folder }) => folder ?? [])));
        writeFileSync(join(emitDir, 'report.json'), JSON.stringify(report));
        await trash?.emptied();
        const seconds = ((performance.now() - started) / 1000).toFixed(2);
        logger.info(
          `${report.rendered} files rendered, ${report.restored} restored, ${report.kept} kept, ${report.removed} removed in ${seconds} s`,
        );
      },
    },
  };
}

/** What is in the output folder, but for `.git`, which Astro leaves alone too. */
function entriesOf(outDir: string): string[] {
  if (!existsSync(outDir)) return [];
  return readdirSync(outDir)
    .filter((name) => name !== '.git')
    .map((name) => join(outDir, name));
}
