import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleChild } from './child-program.ts';
import { change, makeArchive, view, type Writer } from './scenario.ts';

/** The archive before and after an undisturbed change, and a fresh copy of it for each trial. */
export interface Field {
  root: string;
  before: string;
  /** The program that makes the change in a process of its own. */
  child: string;
  old: Record<Writer, string>;
  next: Record<Writer, string>;
  files: Record<string, string>;
}

export function prepareField(): Field {
  const root = mkdtempSync(join(tmpdir(), 'faults-'));
  const before = join(root, 'before');
  makeArchive(before);
  const after = (writer: Writer) => {
    const dir = join(root, `after-${writer}`);
    cpSync(before, dir, { recursive: true });
    change(dir, writer);
    return dir;
  };
  const [store, plain] = [after('store'), after('plain')];
  return {
    root,
    before,
    child: bundleChild(root),
    old: { store: view(before, 'store'), plain: view(before, 'plain') },
    next: { store: view(store, 'store'), plain: view(plain, 'plain') },
    files: filesOf(store),
  };
}

export function removeField({ root }: Field): void {
  rmSync(root, { recursive: true, force: true });
}

/** Runs one trial on a copy of the archive and removes it. */
export function onCopy<T>({ root, before }: Field, trial: (dir: string) => T): T {
  const dir = join(mkdtempSync(join(root, 'trial-')), 'data');
  cpSync(before, dir, { recursive: true });
  const remove = () => rmSync(join(dir, '..'), { recursive: true, force: true });
  const result = trial(dir);
  if (!(result instanceof Promise)) remove();
  else void result.finally(remove);
  return result;
}

/** Every file with its text but the store's own, which no commit of git takes. */
export function filesOf(dir: string): Record<string, string> {
  const names = readdirSync(dir, { recursive: true }).map(String).sort();
  return Object.fromEntries(
    names
      .filter((name) => !name.startsWith('.') && statSync(join(dir, name)).isFile())
      .map((name) => [name, readFileSync(join(dir, name), 'utf8')]),
  );
}

/**
 * What a trial left: `null` when a reader sees the old or the new state and a rerun completes it to the bytes of an
 * undisturbed run, else what is wrong.
 */
export function faultOf(field: Field, dir: string, writer: Writer): string | null {
  try {
    const seen = view(dir, writer);
    if (seen !== field.old[writer] && seen !== field.next[writer]) return 'a mixture is seen';
    change(dir, writer);
    if (view(dir, writer) !== field.next[writer]) return 'a rerun does not complete it';
    if (writer === 'store' && JSON.stringify(filesOf(dir)) !== JSON.stringify(field.files)) {
      return 'a rerun leaves other bytes';
    }
    return null;
  } catch (error) {
    return `refused: ${String(error)}`;
  }
}
