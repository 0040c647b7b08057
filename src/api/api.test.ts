import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedSections, sectionSources } from '../../tests/archive/invented-sections.ts';
import { SampleArchive } from '../../tests/archive/sample-archive.ts';
import { sampleConfig } from '../../tests/archive/sample-config.ts';
import { samplePaper } from '../../tests/archive/sample-papers.ts';
import type { EmitGroup } from '../integrations/emit/groups.ts';
import { apiGroups } from '../integrations/api-files.ts';
import { RESOURCES } from './all-resources.ts';
import { resourceSchema } from './json-schema.ts';
import { openapi } from './openapi.ts';

const address = { site: 'https://pulse.example.org', base: '/pulse/', from: 'a test' };

const full = samplePaper({
  id: 'hep-th/9901001',
  announced: '2026-11-03',
  version: 2,
  title: 'A quadruped that grasps',
  authors: [{ name: 'Ada Berg', affiliation: 'Uni A' }, { name: 'Bo Chen' }],
  comment: 'Accepted to CoRL 2026',
  doi: '10.1000/1',
  license: 'http://creativecommons.org/licenses/by/4.0/',
  links: [{ kind: 'code', url: 'https://github.com/example/q', since: 2 }],
  citations: { count: 3, influential: 1, venue: 'CoRL', as_of: '2026-11-20' },
  summary: { en: 'It walks.', zh: '它会走。', model: 'a-model', as_of: '2026-11-20' },
  provenance: { from: 'oai' },
  history: [
    {
      version: 1,
      updated: '2026-11-02T10:00:00Z',
      replaced: '2026-11-23',
      title: 'A quadruped that slips',
      links_added: [{ kind: 'code', url: 'https://github.com/example/q' }],
      from: 'api',
      as_of: '2026-11-03',
    },
  ],
});

const papers = [
  full,
  samplePaper({ id: '2611.00001', announced: '2026-11-20' }),
  samplePaper({ id: '2611.00002', withdrawn: true, title: 'Robot arm, retracted' }),
  samplePaper({ id: '2611.00003', abstract: null, provisional: true, authors: [] }),
  samplePaper({ id: '2611.00004', primary_category: 'math.OC', categories: ['math.OC', 'cs.RO'] }),
];

const receipt = {
  id: 'announcement/2026-11-23',
  date: '2026-11-23',
  at: '2026-11-23T06:20:00Z',
  state: 'complete' as const,
  categories: {
    'cs.RO': {
      announced: { new: 3, cross: 0, replace: 1, 'replace-cross': 0 },
      kept: 3,
      not_matching: 0,
      duplicate: 1,
      failed: 0,
      failed_ids: [],
    },
  },
};

const arxiv = {
  state: 'new' as const,
  since: '2026-11-23T06:20:00Z',
  last_success: '2026-11-23T06:20:00Z',
  last_new: '2026-11-23T06:20:00Z',
};

const read = (groups: EmitGroup[]) =>
  new Map(
    groups.flatMap((group) =>
      [...group.files()].map(({ path, render }) => [path, JSON.parse(String(render()))] as const),
    ),
  );

describe('the JSON files', () => {
  const sample = new SampleArchive();
  let files = new Map<string, unknown>();
  beforeAll(async () => {
    sample.commit({
      papers,
      receipts: [receipt],
      records: inventedSections({ introduced: full.id, elsewhere: '2501.00009' }),
      sources: { arxiv, ...sectionSources },
    });
    files = read(apiGroups(await sample.open(), address));
  });
  afterAll(() => sample[Symbol.dispose]());

  const pattern = (path: string) =>
    new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '.+')}$`);

  it.each(RESOURCES.map((resource) => [resource.name, resource] as const))(
    '%s: each file is of its schema, and no field of it is undocumented',
    (_, resource) => {
      const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
      addFormats.default(ajv);
      const validate = ajv.compile(resourceSchema(resource, { strict: true }));
      const own = [...files].filter(([path]) => pattern(resource.path).test(path));
      expect(own.length).toBeGreaterThan(0);
      for (const [path, value] of own) {
        validate(value);
        expect([path, validate.errors]).toEqual([path, null]);
      }
    },
  );

  it('give every paper whole, with the reason why it is here and without the bookkeeping of merges', () => {
    const day = files.get('api/v1/days/2026-11-03.json');
    expect(day).toMatchObject({ date: '2026-11-03', total: 1 });
    const { provenance: _, history, ...facts } = full;
    expect(day).toMatchObject({
      papers: [
        {
          ...facts,
          url: 'https://pulse.example.org/pulse/papers/hep-th/9901001/',
          venue: { name: 'CoRL', year: 2026 },
          history: [{ version: 1, title: history[0]?.title }],
          topics: [
            { topic: 'grasping', phrase: 'grasp', place: 'title' },
            { topic: 'legged', phrase: 'quadruped', place: 'title' },
          ],
        },
      ],
    });
  });

  it('list replacements on the day that announced them', () => {
    expect(files.get('api/v1/days/2026-11-23.json')).toMatchObject({
      updated: [{ id: 'hep-th/9901001', from: 1, to: 2, changed: ['title', 'links'] }],
    });
  });

  it('count the same in each form', () => {
    const total = papers.length;
    expect(files.get('api/stats.json')).toMatchObject({ success: true, total });
    expect(files.get('api/paper-stats.json')).toMatchObject({ total });
    expect(files.get('api/v1/days.json')).toMatchObject({ total });
    expect(files.get('api/v1/manifest.json')).toMatchObject({ kinds: { papers: { rows: total } } });
    expect(files.get('api/v1/months/2026-11.json')).toMatchObject({ total });
  });

  it('leave the files of other days as they are when a day comes', async () => {
    using other = new SampleArchive();
    other.commit({ papers });
    const before = read(apiGroups(await other.open(), address));
    const keys = (groups: EmitGroup[]) => new Map(groups.map(({ name, key }) => [name, key]));
    const old = keys(apiGroups(await other.open(), address));
    other.commit({ papers: [samplePaper({ id: '2611.00009', announced: '2026-11-24' })] });
    const groups = apiGroups(await other.open(), address);
    const after = read(groups);
    for (const [name, key] of keys(groups)) {
      const path = name.replace(/^api\/[^/]+\//, '');
      const same = JSON.stringify(before.get(path)) === JSON.stringify(after.get(path));
      if (!same) expect([name, old.get(name)]).not.toEqual([name, key]);
    }
    expect(old.get('api/day/api/v1/days/2026-11-03.json')).toBe(
      keys(groups).get('api/day/api/v1/days/2026-11-03.json'),
    );
  });

  it('answer from an empty archive', async () => {
    using empty = new SampleArchive(sampleConfig());
    const found = read(apiGroups(await empty.open(), address));
    expect(found.get('api/v1/days.json')).toEqual({ total: 0, days: [] });
    expect(found.get('api/authors/ranking.json')).toMatchObject({ data: [], start_date: null });
    expect(found.get('api/trends.json')).toMatchObject({ start_date: null });
  });
});

describe('openapi', () => {
  it('describes every resource, with references that resolve', () => {
    const document = openapi(RESOURCES, { name: 'Sample', home: 'https://pulse.example.org/' });
    const text = JSON.stringify(document);
    const schemas = Object(document['components']).schemas;
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([\w-]+)"/g))
      expect(Object.keys(schemas)).toContain(name);
    expect(Object.keys(Object(document['paths']))).toEqual(RESOURCES.map(({ path }) => `/${path}`));
    expect(text).not.toContain('$defs');
  });
});
