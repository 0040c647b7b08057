/** The shipped starter set: its spread, and its equality with arXiv's own records where these are at hand. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasRealRecords, readRealRecords, sharedData } from '../../tests/real-records.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { readFacts } from './read-facts.ts';
import { starterPapers } from './starter-papers.ts';

const facts = readFacts();
const tagged = Map.groupBy(
  facts.flatMap(({ topics }) => topics),
  (topic) => topic,
);

if (!hasRealRecords)
  console.warn(`Skipped: no real records in ${sharedData}; SHARED_DATA names another folder.`);

describe('the starter set', () => {
  it('holds at least 100 papers, some of every year from 2017 to 2026', () => {
    expect(facts.length).toBeGreaterThanOrEqual(100);
    const years = Map.groupBy(facts, ({ submitted }) => submitted.slice(0, 4));
    const all = Array.from({ length: 10 }, (_, n) => String(2017 + n));
    expect([...years.keys()].sort()).toEqual(all);
    expect([...years].filter(([, papers]) => papers.length < 2)).toEqual([]);
  });

  it('has no title twice', () => {
    const titles = facts.map(({ title }) => title.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('states each topic at least three times, so that none is a slip of the pen', () => {
    expect(tagged.size).toBeGreaterThanOrEqual(18);
    expect([...tagged].filter(([, papers]) => papers.length < 3)).toEqual([]);
  });

  it('has at least three papers for each topic of config.yaml that it knows, by title or by hand', async () => {
    const { topics } = await readConfig();
    const matcher = compileTopics(topics);
    const found = new Map<string, Set<string>>();
    for (const { id, title, categories, topics: byHand } of facts) {
      const byTitle = matcher.match({ title, abstract: null, categories });
      for (const topic of [...byHand, ...byTitle.map((match) => match.topic)]) {
        found.set(topic, (found.get(topic) ?? new Set()).add(id));
      }
    }
    const known = topics.filter(({ id }) => tagged.has(id));
    const poor = known.filter(({ id }) => (found.get(id)?.size ?? 0) < 3);
    expect(poor.map(({ id }) => id)).toEqual([]);
  });

  it('gives records that a snapshot takes, provisional and without abstract', () => {
    const papers = starterPapers(facts, '2026-11-24');
    expect(papers.map(({ id }) => id)).toEqual(facts.map(({ id }) => id));
    expect(papers.every(({ abstract, provisional }) => abstract === null && provisional)).toBe(
      true,
    );
    const early = papers.filter(({ submitted, announced }) => announced <= submitted.slice(0, 10));
    expect(early).toEqual([]);
  });

  it('is what docs/starter.md says it is', () => {
    const guide = readFileSync('docs/starter.md', 'utf8').replaceAll(/\s+/g, ' ');
    const by = (way: string) => facts.filter(({ verified }) => verified === way).length;
    const days = facts.filter(({ submitted }) => !submitted.includes('T')).length;
    const alone = facts.filter(({ cross_lists }) => cross_lists === 'unknown').length;
    expect(guide).toContain(`| ${facts.length}, of every year from 2017 to 2026`);
    expect(guide).toContain(`**\`records\`** (${by('records')} papers`);
    expect(guide).toContain(`**\`bibliography\`** (${by('bibliography')} papers`);
    expect(guide).toContain(`**The time of day** of ${days} submissions`);
    expect(guide).toContain(`**Cross-lists** of ${alone} papers`);
  });

  it('is still in the archive that ships', (context) => {
    const ids = facts.map(({ id }) => id);
    const found = openSnapshot('data', { cacheFile: null }).find(ids);
    if (found.size === 0) context.skip('data/ was begun without the starter set');
    expect(ids.filter((id) => !found.has(id))).toEqual([]);
  });
});

describe.skipIf(!hasRealRecords)('facts verified by records', () => {
  const records = new Map(
    (hasRealRecords ? readRealRecords() : []).map((record) => [record.id, record]),
  );
  const verified = facts.filter((fact) => fact.verified === 'records');

  it('are dozens', () => {
    expect(verified.length).toBeGreaterThan(60);
  });

  it.each(verified)('$id equals arXiv’s record', (fact) => {
    const record = records.get(fact.id);
    const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
    expect({
      version: record?.version,
      title: oneLine(record?.title ?? ''),
      authors: record?.authors.map(oneLine),
      primary: record?.primary_category,
      categories: record?.categories.toSorted(),
      submitted: record?.published,
      updated: record?.updated,
      doi: record?.doi,
      journal_ref: record?.journal_ref,
    }).toEqual({
      version: fact.version,
      title: fact.title,
      authors: fact.authors,
      primary: fact.categories[0],
      categories: fact.categories.toSorted(),
      submitted: fact.submitted,
      updated: fact.updated,
      doi: fact.doi,
      journal_ref: fact.journal_ref,
    });
  });
});
