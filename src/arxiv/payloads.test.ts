/** Recorded and reconstructed answers of the real servers, kept beside the repository; skipped where they are absent. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../../tests/real-records.ts';
import { parseAnnouncements } from './announcement-feed.ts';
import { parseApiAnswer } from './api-answer.ts';
import { paperOf, parseOai } from './oai-answer.ts';

const folder = join(sharedData, 'payloads');
const present = existsSync(folder);
if (!present)
  console.warn(`Skipped: no recorded answers in ${folder}; SHARED_DATA names another folder.`);

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const api = (name: string) => parseApiAnswer(read(`api/${name}`), { where: name });
const feed = (xml: string) => parseAnnouncements(xml, { where: 'rss' });
const oai = (name: string) => parseOai(read(name), { where: name });
const failure = (problem: string, code: string | null = null) =>
  expect.objectContaining({ problem, code }) as unknown;

describe.skipIf(!present)('recorded answers of the API', () => {
  it.each([
    ['new_q_testing_s0_m100_http200.xml', 214881, 100],
    ['new_q_testing_s0_m10_http200.xml', 214881, 10],
    ['new_q_testing_s0_m15_http200.xml', 214881, 15],
    ['new_q_testing_s10_m10_http200.xml', 214881, 10],
    ['new_q_testing_s5_m15_http200.xml', 214881, 15],
    ['new_id_1707.08567_s0_m100_http200.xml', 1, 1],
    ['new_id_0808.05394_1707.08567_s0_m100_http200.xml', 1, 1],
    ['new_id_1605.08386_s0_m100_http200.xml', 1, 1],
    ['new_id_2104.12255v1_s0_m100_http200.xml', 1, 1],
    ['new_id_astro-ph_0601001_s0_m100_http200.xml', 1, 1],
    ['new_id_hep-ex_0406020v1_s0_m100_http200.xml', 1, 1],
    ['new_id_quant-ph_0201082v1_s0_m100_http200.xml', 1, 1],
    ['new_id_0000.0000_s0_m100_http200.xml', 0, 0],
    ['new_id_0808.05394_s0_m100_http200.xml', 0, 0],
    ['legacy_1entry_2020-09-04.xml', 1, 1],
    ['legacy_cs.RO_2results_2025-10-17.xml', 5619, 2],
    ['RECONSTRUCTED_new_edge_withdrawn_bigauthors_tex_unicode.xml', 31, 31],
    ['SYNTHETIC_legacy_empty.xml', 0, 0],
    ['SYNTHETIC_hayian_old_style_id.xml', 1, 1],
  ])('%s: %i match, %i on the page, none rejected', (name, total, papers) => {
    const answer = api(name);
    expect({
      total: answer.total,
      papers: answer.papers.length,
      rejected: answer.rejected,
    }).toEqual({
      total,
      papers,
      rejected: [],
    });
    expect(answer.papers).toHaveLength(read(`api/${name}`).split('<entry>').length - 1);
  });

  it.each([
    'api/new_id_abc_s0_m100_http400.xml',
    'http_errors/400_legacy_start_must_be_an_integer.xml',
  ])('%s is arXiv’s refusal', (name) => {
    expect(() => parseApiAnswer(read(name), { where: name })).toThrow(
      expect.objectContaining({ problem: 'refused' }),
    );
  });

  it.each([
    '403_denied_excerpt.txt',
    '406_empty_body.txt',
    '429_rate_exceeded.txt',
    '503_fastly_first_byte_timeout.html',
  ])('%s is no answer at all', (name) => {
    const xml = read(`http_errors/${name}`);
    expect(() => parseApiAnswer(xml, { where: name })).toThrow(failure('malformed'));
    expect(() => parseOai(xml, { where: name })).toThrow(failure('malformed'));
    expect(() => feed(xml)).toThrow(failure('malformed'));
  });

  it('pages of one query overlap without a gap', () => {
    const ids = (name: string) => api(name).papers.map(({ id }) => id);
    const all = ids('new_q_testing_s0_m100_http200.xml');
    expect(ids('new_q_testing_s10_m10_http200.xml')).toEqual(all.slice(10, 20));
    expect(ids('new_q_testing_s5_m15_http200.xml')).toEqual(all.slice(5, 20));
    expect(new Set(all).size).toBe(100);
  });

  it('old ids, affiliations and wrapped text come out as they should', () => {
    expect(api('new_id_hep-ex_0406020v1_s0_m100_http200.xml').papers[0]).toMatchObject({
      id: 'hep-ex/0406020',
      version: 1,
      authors: [{ name: 'Alessia Tricomi', affiliation: 'for the ATLAS and CMS Collaborations' }],
    });
    const [wrapped] = api('legacy_1entry_2020-09-04.xml').papers;
    expect(wrapped?.title).toBe(
      'Inelastic effects in molecular transport junctions: The probe technique at high bias',
    );
    expect(wrapped?.abstract).not.toMatch(/\n|\s{2}/);
    expect(wrapped?.doi).toBe('10.1063/1.4944470');
  });

  it('every withdrawal among the edge cases is seen, and only those', () => {
    const { papers } = api('RECONSTRUCTED_new_edge_withdrawn_bigauthors_tex_unicode.xml');
    const marked = papers.filter(({ withdrawn }) => withdrawn === true).map(({ id }) => id);
    expect(marked).toEqual(
      papers.filter(({ comment }) => /withdr/i.test(comment ?? '')).map(({ id }) => id),
    );
    expect(marked).toHaveLength(5);
    expect(Math.max(...papers.map(({ authors }) => authors.length))).toBeGreaterThan(300);
  });
});

describe.skipIf(!present)('recorded announcement feeds', () => {
  it('RSS 2.0 with all four kinds', () => {
    const { date, categories, items, rejected } = feed(
      read('rss/RECONSTRUCTED_rss2_cs.RO_4types.xml'),
    );
    expect({ date, categories, rejected }).toEqual({
      date: '2026-06-18',
      categories: ['cs.RO'],
      rejected: [],
    });
    expect(items.map(({ id, version, type }) => `${id}v${version} ${type}`)).toEqual([
      '2606.18582v1 new',
      '2606.18589v1 cross',
      '2606.18594v2 replace',
      '2606.18601v5 replace-cross',
    ]);
    expect(items.map(({ authors }) => authors.length)).toEqual([5, 9, 5, 3]);
    expect(
      items.every(({ abstract }) => abstract.length > 200 && !/^arXiv:|Abstract:/.test(abstract)),
    ).toBe(true);
  });

  it('an empty weekend', () => {
    expect(feed(read('rss/RECONSTRUCTED_rss2_cs.RO_empty_weekend.xml'))).toMatchObject({
      date: null,
      items: [],
    });
  });

  it('the recorded Atom feed, which was cut when it was recorded, is refused; its whole part parses', () => {
    const xml = read('rss/atom_cs.AI_2025-08-20_v1.xml');
    expect(() => feed(xml)).toThrow(failure('malformed'));
    const whole = `${xml.slice(0, xml.lastIndexOf('</entry>'))}</entry></feed>`;
    const { date, items, rejected } = feed(whole);
    expect({ date, rejected }).toEqual({ date: '2025-08-20', rejected: [] });
    expect(items.map(({ id }) => id)).toContain('2508.13426');
    expect(items.flatMap(({ authors }) => authors.map(({ name }) => name))).toContain(
      'Paulo André Lima de Castro',
    );
  });
});

describe.skipIf(!present)('recorded answers of OAI-PMH', () => {
  it('arXivRaw: versions, authors in TeX', () => {
    const [record] = oai('oai/legacy_arXivRaw_1810.09584.xml').records;
    expect(record && paperOf(record)).toMatchObject({
      id: '1810.09584',
      version: 2,
      submitted: '2018-10-22T22:41:50Z',
      updated: '2019-01-13T11:17:09Z',
      primary_category: 'cond-mat.stat-mech',
      authors: [
        { name: 'Raphael Chetrite' },
        { name: 'Shamik Gupta' },
        { name: 'Izaak Neri' },
        { name: 'Édgar Roldán' },
      ],
    });
  });

  it('today’s list in the arXiv format, with its token', () => {
    const answer = oai('oai/new_ListRecords_arXiv_set-cs_2026-08-20_EXCERPT.xml');
    expect(
      answer.records.map(({ id, currentVersionDay }) => [id, currentVersionDay]),
    ).toContainEqual(['1307.3376', '2015-06-05']);
    expect(answer.rejected).toEqual([]);
    expect(answer.resumptionToken).toMatch(/^verb%3DListRecords.*skip%3D514$/);
  });

  it.each([
    ['oai/legacy_hepcrawl_arxiv-physics-hep-ex.xml', 3],
    ['oai/legacy_hepcrawl_arxiv-physics-hep-th.xml', 3],
    ['oai/legacy_hepcrawl_arxiv-single.xml', 1],
    ['oai/legacy_hepcrawl_sample_arxiv_record_12.xml', 12],
  ])('%s: %i records, none rejected', (name, count) => {
    const { records, rejected } = oai(name);
    expect(rejected).toEqual([]);
    expect(records).toHaveLength(count);
    for (const { authors } of records)
      expect(authors.map((author) => author.name)).not.toContain(':');
  });

  it('errors and formats that are not ours', () => {
    expect(oai('oai/RECONSTRUCTED_noRecordsMatch_http200.xml').records).toEqual([]);
    expect(() => oai('oai/RECONSTRUCTED_badResumptionToken_http200.xml')).toThrow(
      failure('refused', 'badResumptionToken'),
    );
    expect(() => oai('oai/legacy_ads_arxiv_multi_20230125.xml')).toThrow(failure('unexpected'));
  });
});
