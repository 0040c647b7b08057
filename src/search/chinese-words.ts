const HAN = /\p{Script=Han}+/gu;

/**
 * The Chinese words of a text, by the platform's own dictionary (`Intl.Segmenter`): the same in the build and in the
 * browser, so that `灵巧手抓取` asks for the words that were indexed.
 */
export function chineseWords(text: string): string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return [...text.matchAll(HAN)].flatMap(([run]) =>
    [...segmenter.segment(run)].map((s) => s.segment),
  );
}

/** A query with its Chinese runs cut into words; everything else is left as typed. */
export function segmentQuery(query: string): string {
  return query
    .replace(HAN, (run) => ` ${chineseWords(run).join(' ')} `)
    .replace(/\s+/g, ' ')
    .trim();
}
