import { describe, expect, it } from 'vitest';
import { readFixture } from './fixtures/read-fixture.ts';
import { paperOf, parseOai } from './oai-answer.ts';

const where = 'https://oaipmh.arxiv.org/oai?…';
const parse = (xml: string) => parseOai(xml, { where });
const raw = readFixture('oai-raw.xml');

describe('a list of arXivRaw records', () => {
  it('gives papers with every version’s instant and the first submission', () => {
    const [record] = parse(raw).records;
    expect(record && paperOf(record)).toEqual({
      id: '2611.10101',
      version: 1,
      title: 'Grasp & Go: Mobile Manipulation with $\\pi$-Shaped Grippers',
      abstract:
        'A gripper that is both strong and gentle, for costs $c < 100$.\nA second paragraph tells how it was tested.',
      authors: [
        { name: 'Ada Müller', affiliation: 'Institute of Invented Robotics' },
        { name: 'Bao Nguyễn' },
      ],
      categories: ['cs.RO', 'cs.AI'],
      primary_category: 'cs.RO',
      submitted: '2026-11-17T09:12:45Z',
      updated: '2026-11-17T09:12:45Z',
      comment: '8 pages, 5 figures. Code: https://example.org/gripper',
      journal_ref: 'Journal of Invented Robotics 3 (2026) 14-22',
      doi: '10.9999/jir.2026.14',
      license: 'http://creativecommons.org/licenses/by/4.0/',
      from: 'oai',
    });
  });

  it('marks a paper as withdrawn when its last version has source type I, whatever the comment says', () => {
    const record = parse(raw).records[1];
    expect(record && paperOf(record)).toMatchObject({
      version: 3,
      submitted: '2026-11-16T23:59:31Z',
      updated: '2026-11-20T18:00:00Z',
      withdrawn: true,
      authors: [
        { name: 'The Gait Collaboration' },
        { name: 'Chidi Okafor' },
        { name: 'Dana Levi' },
      ],
    });
  });

  it('does not mark a paper that came back after a withdrawal', () => {
    const back = raw.replace(
      /(<version version="v3">[\s\S]*?<\/version>)/,
      '$1<version version="v4"><date>Sat, 21 Nov 2026 10:00:00 GMT</date><size>5kb</size></version>',
    );
    const record = parse(back).records[1];
    expect(record && paperOf(record)?.withdrawn).toBeUndefined();
  });

  it('names deleted records, the day of change, the token and the server’s clock', () => {
    const answer = parse(raw);
    expect(answer.deleted).toEqual(['2611.10999']);
    expect(answer.records.map(({ datestamp }) => datestamp)).toEqual(['2026-11-21', '2026-11-22']);
    expect(answer.resumptionToken).toBe(
      'verb%3DListRecords%26metadataPrefix%3DarXivRaw%26from%3D2026-11-22%26set%3Dcs%253Acs%253ARO%26skip%3D2',
    );
    expect(answer.responded).toBe('2026-11-23T06:50:02Z');
  });

  it.each([
    [
      'a date that is none',
      'Tue, 17 Nov 2026 09:12:45 GMT',
      'last Tuesday',
      /no number or no date/,
    ],
    ['a version missing', 'version="v1"', 'version="v2"', /do not run from v1/],
    ['no authors', /<authors>[^<]*/, '<authors>', /no author/],
    ['metadata of another paper', '<id>2611.10101<', '<id>2611.10102<', /another paper/],
    ['an identifier that is none', 'oai:arXiv.org:2611.10101', 'oai:arXiv.org:26111', /identifier/],
    ['an unknown format', /arXivRaw/, 'oai_dc', /neither/],
  ])('rejects a record with %s, not the list', (_what, from, to, why) => {
    const one = /<record>[\s\S]*?<\/record>/.exec(raw)?.[0] ?? '';
    const changed = one.replaceAll(new RegExp(from, 'g'), to);
    const answer = parse(raw.replace(one, changed));
    expect(answer.records.map(({ id }) => id)).toEqual(['2611.10110']);
    expect(answer.rejected).toEqual([
      { where: expect.any(String) as string, why: expect.stringMatching(why) as string },
    ]);
  });
});

describe('a list of arXiv records', () => {
  it('gives metadata, but no paper: "created" is the day of the current version', () => {
    const { records, resumptionToken } = parse(readFixture('oai-arxiv.xml'));
    expect(records).toHaveLength(1);
    const [record] = records;
    expect(record).toMatchObject({
      id: '2611.10110',
      currentVersionDay: '2026-11-20',
      versions: [],
    });
    expect(record?.authors).toEqual([
      { name: 'The Gait Collaboration' },
      { name: 'Chidi Okafor Jr.' },
      { name: 'Dana Levi', affiliation: 'Nowhere Institute' },
    ]);
    expect(record && paperOf(record)).toBeNull();
    expect(resumptionToken).toBeNull();
  });
});

describe('errors of OAI-PMH, sent with HTTP 200', () => {
  it('noRecordsMatch is an empty answer', () => {
    expect(parse(readFixture('oai-no-records.xml'))).toEqual({
      records: [],
      deleted: [],
      rejected: [],
      resumptionToken: null,
      responded: '2026-11-23T06:50:02Z',
    });
  });

  it('badResumptionToken is told apart by its code', () => {
    expect(() => parse(readFixture('oai-bad-token.xml'))).toThrow(
      expect.objectContaining({ problem: 'refused', code: 'badResumptionToken', where }),
    );
  });

  it('a list without records and without error is not believed', () => {
    expect(() =>
      parse(raw.replace(/<ListRecords>[\s\S]*<\/ListRecords>/, '<ListRecords></ListRecords>')),
    ).toThrow(/neither records nor an error.*ARXIV_OAI_URL/);
  });

  it('a list in Dublin Core is refused as a whole', () => {
    expect(() =>
      parse(raw.replaceAll('arXivRaw', 'oai_dc').replace(/<header status[\s\S]*?<\/header>/, '')),
    ).toThrow(/neither arXivRaw nor arXiv/);
  });

  it('a list that is cut off is refused, at whatever byte', () => {
    const end = raw.lastIndexOf('</OAI-PMH>') + '</OAI-PMH>'.length;
    for (let cut = 0; cut < end; cut += 1) {
      expect(() => parse(raw.slice(0, cut)), `cut at ${cut}`).toThrow(
        expect.objectContaining({ problem: 'malformed' }),
      );
    }
  });
});
