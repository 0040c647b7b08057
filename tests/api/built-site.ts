import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { RESOURCES } from '../../src/api/all-resources.ts';
import { resourceSchema } from '../../src/api/json-schema.ts';

export interface Judgement {
  path: string;
  /** What is wrong; `null` when nothing is. */
  errors: unknown;
}

/**
 * Judges every JSON file below `api/` of a built site by the schema of its resource, where no field may be undocumented.
 * Files that belong to no resource are judged wrong, but for the schemas and the document that describes them.
 */
export function judgeBuiltSite(site: string): Judgement[] {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const known = RESOURCES.map((resource) => ({
    pattern: patternOf(resource.path),
    validate: ajv.compile(resourceSchema(resource, { strict: true })),
  }));
  return jsonFiles(site).map((path) => {
    const found = known.find(({ pattern }) => pattern.test(path));
    if (!found) return { path, errors: 'belongs to no resource' };
    found.validate(JSON.parse(readFileSync(join(site, path), 'utf8')));
    return { path, errors: found.validate.errors ?? null };
  });
}

function jsonFiles(site: string): string[] {
  return readdirSync(join(site, 'api'), { recursive: true, encoding: 'utf8' })
    .map((path) => `api/${path}`)
    .filter((path) => path.endsWith('.json'))
    .filter((path) => !path.startsWith('api/schema/') && path !== 'api/openapi.json');
}

function patternOf(path: string): RegExp {
  const source = path
    .split(/\{\w+\}/)
    .map((part) => part.replace(/[.]/g, '\\.'))
    .join('.+');
  return new RegExp(`^${source}$`);
}
