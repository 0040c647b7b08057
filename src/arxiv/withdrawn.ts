/**
 * Whether a comment says that the paper is withdrawn: a hint, since the API has no mark and authors write freely.
 * OAI-PMH's `arXivRaw` has the mark (`source_type` I) and overrules it.
 */

const SUBJECT =
  '(?:paper|article|submission|manuscript|pre-?print|work|report|version|draft|document|note|thesis|it)';
const PASSIVE = '(?:is|was|are|were|be|been|being|has|have|temporarily|hereby|now)';

// What is withdrawn is another text, or from elsewhere than arXiv.
const ELSEWHERE = [
  /\bnot\s+(?:yet\s+)?(?:been\s+)?withdrawn\b/g,
  /\bwithdr[ae]w\w*\s+(?:(?:the|this|our)\s+\w+\s+|it\s+)?from\s+(?!(?:the\s+)?arxiv|public)[^.;,]*/g,
  /\b(?:earlier|previous|former|prior|older?|other|another|original|first)\s+(?:\w+\s+)?(?:version|submission|paper|manuscript|article|pre-?print)\b[^.;]{0,60}?\bwithdrawn\b/g,
  /\b(?:replac|supersed|extend|improv|merg|correct)\w*\s[^.;,]{0,60}?\bwithdrawn\b/g,
  /\bwithdrawn\s+(?:paper|article|submission|version|pre-?print|manuscript)s?\b/g,
];

const SAYS_SO = [
  // "Withdrawn", "Paper withdrawn to …", "This article has now been withdrawn by …"
  /^\W*(?:(?:this|the|our)\s+)?(?:\w+\s+){0,2}withdrawn\b/,
  new RegExp(String.raw`\b${SUBJECT}\b[^.;]{0,80}?\b${PASSIVE}\s+(?:\w+\s+){0,2}withdrawn\b`),
  // "We withdraw this submission", "required to immediately withdraw the paper"
  /\bwithdr(?:aw|aws|ew|awing)\s+(?:this|the|our|my|it)\b/,
  /\bwithdrawal\s+of\s+(?:this|the|our)\b/,
  /\bwithdrawn\s+by\s+(?:the\s+)?(?:authors?|arxiv|submitter)\b/,
];

/** In: a comment as arXiv gives it, or `null`. */
export function saysWithdrawn(comment: string | null): boolean {
  if (comment === null || !/withdr[ae]w/i.test(comment)) return false;
  const text = ELSEWHERE.reduce((rest, other) => rest.replace(other, ' '), comment.toLowerCase());
  return SAYS_SO.some((pattern) => pattern.test(text));
}
