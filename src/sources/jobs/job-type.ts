import type { JobType } from '../../records/job.ts';

// The narrower comes first: a postdoc is no PhD student, an internship for PhD students is an internship.
const WORDS: readonly (readonly [JobType, RegExp])[] = [
  ['internship', /实习|\bintern(?:ship)?s?\b|\bco-?op\b/iu],
  ['postdoc', /博士后|\bpost-?doc/iu],
  ['faculty', /教职|教授|讲师|\bfaculty\b|\bprofessor(?:ship)?\b|\blecturer\b|\btenure/iu],
  [
    'phd',
    /博士生|博士研究生|硕博|直博|读博|^博士$|博士招生|\bph\.?\s?d\.? (?:student|position|candidate|studentship)s?\b|^ph\.?\s?d\.?$/iu,
  ],
  ['part-time', /兼职|\bpart[- ]?time\b/iu],
  ['contract', /合同工|劳务|外包|\bcontract(?:or)?\b|\btemporary\b|\bfixed[- ]term\b/iu],
  [
    'full-time',
    /全职|社招|校招|正式|秋招|春招|\bfull[- ]?time\b|\bpermanent\b|\bregular\b|\bnew grad(?:uate)?\b/iu,
  ],
];

/** The type of a job by the first of these texts that says it; `null` when none does. */
export function jobType(...texts: readonly (string | null | undefined)[]): JobType | null {
  for (const text of texts) {
    const found = WORDS.find(([, words]) => words.test(text ?? ''));
    if (found) return found[0];
  }
  return null;
}
