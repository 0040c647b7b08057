import { isEmptyWord } from '../../similar/content-terms.ts';

/** Grammar: a phrase neither begins nor ends with it. */
const JOINTS = new Set(
  `a about above across after against all along also although among an and any are as at be because been before
  being below between both but by can cannot could did do does doing due during e each either else et even every for from
  further g had has have having he her how however i if in including into is it its itself just may might more moreover
  most must my near neither no nor not of off often on once only onto or other our ours out over own per rather s same she
  should since so some still such than that the their them then there thereby these they this those though through thus to
  together too toward towards under until up upon us very via was we well were what when where whereas whether which while
  who whom whose why will with within without would yet you your eg ie etc`.split(/\s+/),
);

const FORMULA = /\$[^$]*\$|\\[a-zA-Z]+/g;
const BREAK = /[.,;:!?()[\]{}"“”„«»|/\\]+(?=\s|$)|[;:!?()[\]{}"“”„«»|]|\s[-–—]+\s|—|\n/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Text → runs of words that nothing separates: a phrase does not reach across a comma or a formula. */
export function wordRuns(text: string): string[][] {
  return text
    .replace(FORMULA, ' | ')
    .split(BREAK)
    .map((run) => run.match(WORD) ?? [])
    .filter((run) => run.length > 0);
}

/** Whether words may stand at the ends of a phrase: no grammar, no bare number, no single letter. */
export function mayEnd(word: string): boolean {
  return word.length > 1 && !JOINTS.has(word) && !/^\p{N}+$/u.test(word);
}

/** Whether a phrase says something: not all of its words are those that every abstract is made of. */
export function saysSomething(words: readonly string[]): boolean {
  return words.some((word) => !isEmptyWord(word) && mayEnd(word));
}
