/** Texts, names and ids of real arXiv records, kept beside the repository; skipped where they are absent. */
import { describe, expect, it } from 'vitest';
import { hasRealRecords, readRealRecords, sharedData } from '../../tests/real-records.ts';
import { texName } from '../../tests/arxiv-server/tex-names.ts';
import { parseInstant } from './dates.ts';
import { isPaperId } from './ids.ts';
import { plainText } from './plain-text.ts';
import { texToUnicode } from './tex-to-unicode.ts';

if (!hasRealRecords)
  console.warn(`Skipped: no real records in ${sharedData}; SHARED_DATA names another folder.`);

describe.skipIf(!hasRealRecords)('real records', () => {
  const records = hasRealRecords ? readRealRecords() : [];
  const names = [...new Set(records.flatMap(({ authors }) => authors))];

  it('lose nothing but line breaks when they become plain text', () => {
    const texts = records.flatMap((r) => [r.title, r.abstract, r.comment ?? '', ...r.authors]);
    const changed = texts.filter((text) => plainText(text) !== text.replace(/\s+/g, ' ').trim());
    expect(texts.length).toBeGreaterThan(0);
    expect(changed).toEqual([]);
  });

  it('have names that come back from TeX, all but the one with a stray backslash', () => {
    expect(names.some((name) => texName(name) !== name)).toBe(true);
    const different = names.filter((name) => texToUnicode(texName(name)) !== name);
    expect(different).toEqual(['Jos\\é Francisco Rodrigues']);
  });

  it('have ids and instants in our form', () => {
    expect(records.filter(({ id }) => !isPaperId(id))).toEqual([]);
    const instants = records.flatMap(({ published, updated }) => [published, updated]);
    expect(instants.filter((instant) => parseInstant(instant) !== instant)).toEqual([]);
  });
});
