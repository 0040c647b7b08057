import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { ConfigError } from '../../config/config-error.ts';
import { datasetList, crossCheckDatasets } from './dataset-entry.ts';
import { crossCheckEmployers, employerList } from './employer-entry.ts';
import { readCurated } from './read-curated.ts';

const near = fc.record(
  {
    id: fc.oneof(fc.constant('arms'), fc.string()),
    name: fc.oneof(fc.constant('Arms'), fc.jsonValue()),
    mentioned_as: fc.oneof(fc.constant(['Arms AI']), fc.jsonValue()),
    paper: fc.oneof(fc.constant('2306.03310'), fc.double()),
    careers: fc.oneof(fc.webUrl(), fc.string()),
    places: fc.jsonValue(),
  },
  { requiredKeys: [] },
);
const file = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.jsonValue().map((value) => stringify(value)),
  fc.array(near, { maxLength: 3 }).map((list) => stringify(list)),
);

it.each([
  ['datasets', datasetList, crossCheckDatasets],
  ['employers', employerList, crossCheckEmployers],
] as const)(
  'a file of %s is read, or refused with line and remedy, whatever it holds',
  async (_, list, check) => {
    await fc.assert(
      fc.asyncProperty(file, async (text) => {
        try {
          const read = await readCurated('data/x.yaml', list, check, () => Promise.resolve(text));
          expect(Array.isArray(read)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError);
          expect(String(error)).toMatch(/data\/x\.yaml:\d+:\d+/);
        }
      }),
      { numRuns: 150 },
    );
  },
);
