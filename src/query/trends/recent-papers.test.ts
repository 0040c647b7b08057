import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inventedPaper } from '../../store/fixtures/invented-papers.ts';
import type { Paper } from '../../paper.ts';
import { RecentPapers } from './recent-papers.ts';
import { BREAK } from './written-words.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'recent-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const paper = (serial: number, title: string): Paper => ({
  ...inventedPaper(0, serial),
  title,
  abstract: null,
});

/** An archive of one day, which tells the ids of the papers that were parsed. */
function archiveOf(...papers: Paper[]) {
  const parsed: string[] = [];
  return {
    parsed,
    db: { all: () => papers.map((one) => [one.id, JSON.stringify(one)]) },
    entries: {
      one: (id: string) => {
        parsed.push(id);
        const found = papers.find((one) => one.id === id);
        return found
          ? { paper: found, topics: [], facets: [], venue: null, lane: 'new' as const }
          : null;
      },
    },
  };
}

const open = (archive: ReturnType<typeof archiveOf>, key = 'code') =>
  new RecentPapers(join(dir, 'recent.json'), key, archive);

const textOf = ({ forms }: RecentPapers, words: Int32Array): string =>
  Array.from(words, (word) => (word === BREAK ? '|' : forms[word])).join(' ');

const read = (papers: RecentPapers) =>
  papers.ofDay('2026-11-24').map(({ id, title, authors, words }) => ({
    id,
    title,
    authors,
    text: textOf(papers, words),
  }));

describe('RecentPapers', () => {
  const [first, second] = [paper(1, 'Dexterous hands: a study'), paper(2, 'Legged hands')];

  it('reads words and authors of a day in its order', () => {
    const papers = read(open(archiveOf(first, second)));
    expect(papers.map(({ text }) => text)).toEqual([
      'Dexterous hands | a study |',
      'Legged hands |',
    ]);
    expect(papers[0]?.authors).toEqual(first.authors.map(({ name }) => ({ name })));
  });

  it('gives the same from what was kept, without parsing a paper again', () => {
    const before = open(archiveOf(first, second));
    const answers = read(before);
    before.keep();
    const again = archiveOf(first, second);
    expect(read(open(again))).toEqual(answers);
    expect(again.parsed).toEqual([]);
  });

  it('parses a paper again whose record changed, and no other', () => {
    const before = open(archiveOf(first, second));
    read(before);
    before.keep();
    const replaced = { ...second, title: 'Wheeled hands' };
    const next = archiveOf(first, replaced);
    const papers = open(next);
    expect(read(papers)[1]).toMatchObject({ title: 'Wheeled hands', text: 'Wheeled hands |' });
    expect(next.parsed).toEqual([replaced.id]);
    papers.keep();
    // The word that no paper has any more is gone, and the others still say what they said.
    expect(readFileSync(join(dir, 'recent.json'), 'utf8')).not.toContain('Legged');
    expect(read(open(archiveOf(first, replaced)))[1]?.text).toBe('Wheeled hands |');
  });

  it('reads everything again when the code that cuts words changed', () => {
    const before = open(archiveOf(first));
    read(before);
    before.keep();
    const other = archiveOf(first);
    read(open(other, 'other code'));
    expect(other.parsed).toEqual([first.id]);
  });
});
