import type { z } from 'astro/zod';
import type { LocalName } from '../config/config.ts';
import type { Archive } from '../query/archive.ts';

/** One file of a resource. */
export interface ApiFile<T> {
  /** Fills the braces of the resource's path: `{date: '2026-11-24'}`. */
  values: Readonly<Record<string, string>>;
  /** Changes whenever the content may: while it stays, the file of the last build is kept. */
  key: string;
  build: () => T;
}

/** What resources are built from. */
export interface ApiSource {
  archive: Archive;
  /** Address of the site's root, with a slash at its end. */
  home: string;
}

/** A kind of JSON file: one schema, one or many files, one page of documentation. */
export interface Resource<T = unknown> {
  /** Names the schema: `day` → `/api/schema/day.json`. */
  name: string;
  /** Below the site's root, with braces for what varies: `api/v1/days/{date}.json`. */
  path: string;
  /** What the braces stand for. */
  parameters?: Readonly<Record<string, LocalName>>;
  title: LocalName;
  description: LocalName;
  schema: z.ZodType<T>;
  /** A folder that this resource alone writes into; its unchanged files are not even touched. */
  folder?: string;
  files: (source: ApiSource) => ApiFile<T>[];
}

/** Declares a resource: its schema types what `build` must return. */
export function resource<T>(declared: Resource<T>): Resource {
  return declared;
}

/** Where one file of a resource lies, below the site's root. @throws when a brace is not filled */
export function filePath(path: string, values: ApiFile<unknown>['values']): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nothing fills {${name}} in ${path}`);
    return value;
  });
}

/** The one file of a resource whose path has no braces. */
export function single<T>(key: string, build: () => T): ApiFile<T>[] {
  return [{ values: {}, key, build }];
}

/** JSON as it is served: compact, with a line break at its end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
