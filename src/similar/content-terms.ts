/** What a paper is about, as weighted terms: words of title and abstract, and pairs of words of the title. */

/** Words that say nothing of the subject: grammar, and the phrases every abstract is made of. */
const EMPTY_WORDS = new Set(
  `a about above across after again against all allow allows also although am among an and any approach approaches are
  as at available based be because been before being below best better between beyond both but by can cannot challenge
  challenges challenging code compared comprehensive could current demonstrate demonstrates demonstrating despite
  different do does doing down due during e each effective effectively efficient efficiently enable enables enabling
  et evaluate evaluation existing experiment experimental experiments extensive few first five for four framework from
  further furthermore g given had has have having he her here high higher his how however i if improve improved improves
  improving in include including into introduce introduces is it its itself just key large leverage leverages leveraging
  limited low lower made make makes many may method methods model models more moreover most much multiple must my need
  new no nor not novel now number of off often on once one only or other our out outperform outperforms over own paper
  per perform performance performs present presents propose proposed proposes provide provides recent recently remain
  remains require required requires result results s same second several she should show showing shown shows significant
  significantly simple since single six so some state still strong study such system systems t than that the their them
  then there these they third this those three through thus to too two under until up upon use used user uses using
  various very via was we well were what when where whether which while who whose why will with within without work
  works would yet you your state-of-the-art`.split(/\s+/),
);

/** Whether a word says nothing of a paper's subject. @param word lower case, without plural */
export const isEmptyWord = (word: string): boolean => EMPTY_WORDS.has(word);

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}+]|[-'’](?=[\p{L}\p{N}]))*/gu;
/** A title says more of the subject than a sentence of the abstract. */
const TITLE_WEIGHT = 3;
const PAIR_WEIGHT = 2;

/** One word in the form in which it is compared: lower case, plural and possessive endings folded. */
function fold(word: string): string {
  const lower = word.toLowerCase().replace(/['’]s$/, '');
  if (lower.length > 4 && lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  if (lower.length > 3 && lower.endsWith('s') && !/(?:ss|us|is)$/.test(lower))
    return lower.slice(0, -1);
  return lower;
}

function words(text: string): string[] {
  const found: string[] = [];
  for (const [word] of text.matchAll(WORD)) {
    const folded = fold(word);
    if (folded.length > 1 && !EMPTY_WORDS.has(folded) && !/^\d+$/.test(folded)) found.push(folded);
  }
  return found;
}

/** A paper's terms with their weights before rarity counts: the logarithm keeps a repeated word from ruling. */
export function contentTerms(title: string, abstract: string | null): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (term: string, weight: number): void => {
    counts.set(term, (counts.get(term) ?? 0) + weight);
  };
  const inTitle = words(title);
  for (const word of inTitle) add(word, TITLE_WEIGHT);
  for (const [i, word] of inTitle.entries()) {
    const next = inTitle[i + 1];
    if (next !== undefined) add(`${word} ${next}`, PAIR_WEIGHT);
  }
  for (const word of words(abstract ?? '')) add(word, 1);
  for (const [term, count] of counts) counts.set(term, 1 + Math.log(count));
  return counts;
}
