import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { configJsonSchema, configJsonSchemaText } from './config-json-schema.ts';

const config = readFileSync('config.yaml', 'utf8');

it('public/config.schema.json is the schema’s; `npm run schema` writes it', () => {
  expect(readFileSync('public/config.schema.json', 'utf8')).toBe(configJsonSchemaText());
});

it('config.yaml names it, so that editors complete and check', () => {
  expect(config.split('\n')[0]).toBe('# yaml-language-server: $schema=./public/config.schema.json');
});

it('an independent validator takes config.yaml and refuses a misspelled key', () => {
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(configJsonSchema());
  const value: unknown = parse(config);
  validate(value);
  expect(validate.errors).toBeNull();
  expect(validate(Object.assign({}, value, { tpoics: [] }))).toBe(false);
});

it('every key is described', () => {
  const undescribed: string[] = [];
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties') {
        for (const [name, property] of Object.entries(value as Record<string, object>)) {
          if (!('description' in property)) undescribed.push(`${path}.${name}`);
          walk(property, `${path}.${name}`);
        }
      } else walk(value, path);
    }
  };
  walk(configJsonSchema(), '');
  expect(undescribed).toEqual([]);
});
