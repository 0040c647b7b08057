/**
 * The earlier product's GET addresses, field by field, at their default parameters: what scripts and monitors that were
 * written for it depend on. `?` marks a field that it only sometimes had.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPaper } from '../../../tests/sources/a-paper.ts';
import { inventedSections, sectionSources } from '../../../tests/archive/invented-sections.ts';
import { SampleArchive } from '../../../tests/archive/sample-archive.ts';
import type { Archive } from '../../query/archive.ts';
import { RESOURCES } from '../all-resources.ts';

interface Endpoint {
  path: string;
  /** Fields of the answer. */
  fields: string;
  /** Where a nested value lies, and its fields. */
  nested?: [place: (string | number)[], fields: string][];
  /** What stands at its default. */
  defaults?: Record<string, unknown>;
}

const PAPER =
  'id title authors date pdf_id pdf_url code_url category abstract citation_count influential_citation_count author_affiliations venue publication_year';

const ENDPOINTS: Endpoint[] = [
  { path: 'api/stats', fields: 'success stats total warning? display today week month last_update generated_at' },
  {
    path: 'api/papers',
    fields: 'success data last_update total_count new_papers_count',
    nested: [[['data', 'grasping', 0], PAPER]],
  },
  {
    path: 'api/trends',
    fields: 'success days start_date end_date trends growth updated_at',
    nested: [
      [['trends', 'grasping'], 'dates counts total'],
      [['growth', 'grasping'], 'recent previous growth_rate'],
    ],
    defaults: { days: 30 },
  },
  {
    path: 'api/research-activity',
    fields: 'success level weeks data start_date end_date',
    defaults: { level: 'category' },
  },
  { path: 'api/paper-stats', fields: 'total today week month last_update' },
  {
    path: 'api/authors/ranking',
    fields: 'success data days total start_date end_date',
    nested: [[['data', 0], 'author count papers growth_rate prev_count']],
    defaults: { days: 7 },
  },
  {
    path: 'api/news',
    fields: 'success news total limit offset',
    nested: [[['news', 0], 'id title description link source platform published_at image_url author tags']],
    defaults: { offset: 0 },
  },
  {
    path: 'api/jobs',
    fields: 'success jobs total limit offset has_new_today',
    nested: [[['jobs', 0], 'id title description link update_date source_date company location job_type']],
    defaults: { offset: 0, has_new_today: true },
  },
  {
    path: 'api/datasets',
    fields: 'success datasets total limit offset has_new_today',
    nested: [
      [
        ['datasets', 0],
        'id name description category publisher publish_date project_link paper_link dataset_link scale link source source_url tags',
      ],
    ],
    defaults: { offset: 0, has_new_today: true },
  },
  {
    path: 'api/categories/meta',
    fields: 'success data',
    nested: [[['data'], 'order display taxonomy categories uncategorized']],
  },
]; // prettier-ignore

describe('the earlier product’s JSON', () => {
  const sample = new SampleArchive();
  let archive: Archive;
  beforeAll(async () => {
    sample.commit({
      papers: [
        aPaper('2611.00001', '2026-11-24', { title: 'Robots that grasp' }),
        aPaper('2611.00002', '2026-11-20', {
          title: 'A quadruped',
          authors: [{ name: 'Bo Chen' }],
        }),
      ],
      records: inventedSections({ introduced: '2611.00001', elsewhere: '2501.00009' }),
      sources: sectionSources,
    });
    archive = await sample.open();
  });
  afterAll(() => sample[Symbol.dispose]());

  const answer = (path: string) => {
    const resource = RESOURCES.find((one) => one.path === `${path}.json`);
    return Object(resource?.files({ archive, home: 'https://pulse.example.org/' })[0]?.build());
  };
  const required = (fields: string) => fields.split(' ').filter((name) => !name.endsWith('?'));

  it.each(ENDPOINTS)('$path has every field', ({ path, fields, nested = [], defaults = {} }) => {
    const body = answer(path);
    expect(Object.keys(body)).toEqual(expect.arrayContaining(required(fields)));
    for (const [place, names] of nested) {
      const value = place.reduce<unknown>((at, key) => Object(at)[key], body);
      expect(Object.keys(Object(value)).toSorted(), place.join('.')).toEqual(
        required(names).toSorted(),
      );
    }
    expect(body).toMatchObject(defaults);
  });

  it('has no address that is not in this table', () => {
    const ours = RESOURCES.map(({ path }) => path).filter((path) => !path.startsWith('api/v1/'));
    expect(ours.toSorted()).toEqual(ENDPOINTS.map(({ path }) => `${path}.json`).toSorted());
  });

  it('keeps the forms of single values', () => {
    expect(answer('api/research-activity').weeks).toHaveLength(8);
    expect(answer('api/research-activity').weeks[7]).toBe('11/18-11/24');
    expect(
      answer('api/jobs').jobs.map((job: { source_date: string }) => job.source_date),
    ).toContain('2026.11.7');
    expect(answer('api/papers').data.grasping[0]).toMatchObject({
      authors: 'Mei Zhang',
      date: '2026-11-24',
      pdf_url: 'https://arxiv.org/pdf/2611.00001',
      publication_year: 2026,
    });
    expect(answer('api/stats').display.grasping).toBe('抓取 / Grasping');
  });
});
