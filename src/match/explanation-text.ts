import type { Explanation } from './explain.ts';
import type { Occurrence, PaperText } from './phrase-lists.ts';
import type { TopicVerdict } from './topic-evidence.ts';

/** Letters shown on each side of a phrase. */
const around = 40;

type TopicExplanation = Explanation['topics'][number];

/** An explanation for the terminal: categories, then each topic that has a phrase, then the verdict. */
export function explanationText(
  { categories, topics, kept }: Explanation,
  text: PaperText,
): string {
  const rules = categories.map(({ category, rule }) => `${category} (${rule ?? 'not listed'})`);
  const named = topics.filter(hasPhrase);
  const unnamed = topics.filter((topic) => !hasPhrase(topic)).map(({ topic }) => topic.id);
  return [
    `Categories: ${rules.join(', ') || 'none'}`,
    ...named.flatMap((topic) => [''].concat(topicLines(topic, text))),
    '',
    ...(unnamed.length > 0 ? [`No phrase of: ${unnamed.join(', ')}`] : []),
    keptSentence(kept, topics),
  ].join('\n');
}

function hasPhrase({ included, passing, excluded }: TopicExplanation): boolean {
  return [included, passing.weak, passing.titled, excluded].some((found) => found.length > 0);
}

const verdicts: Record<TopicVerdict, string> = {
  matched: 'yes',
  'no phrase': 'no, nothing that counts',
  excluded: 'no, an excluded phrase is there',
  'other categories': 'no, the topic is for other categories',
  'no context': 'no, the paper is not in the topic’s context',
};

function topicLines(evidence: TopicExplanation, text: PaperText): string[] {
  const { topic, included, passing, excluded, inCategories, context, verdict } = evidence;
  const line = (mark: string, why: string) => (found: Occurrence) =>
    `  ${mark} ${quote(found, text)}${why}`;
  return [
    `${topic.id}: ${verdicts[verdict]}`,
    ...included.map(line('+', '')),
    ...passing.weak.map(line('·', ' (counts in the title, or in two sentences of the abstract)')),
    ...passing.titled.map(line('·', ' (counts in the title only)')),
    ...excluded.map(line('-', ' (excluded)')),
    ...(inCategories ? [] : [`  - not in ${topic.categories?.join(', ') ?? ''}`]),
    ...(topic.context === null || context === null
      ? []
      : [`  ${context.holds ? '+' : '-'} context ${topic.context.id}: ${contextReason(context)}`]),
  ];
}

function contextReason({
  holds,
  category,
  phrases,
}: NonNullable<TopicExplanation['context']>): string {
  if (category !== null) return category;
  const names = [...new Set(phrases.map(({ phrase }) => `"${phrase}"`))].join(', ');
  if (holds) return names;
  return names === '' ? 'no phrase of it' : `${names} in one sentence only`;
}

/** `title "SLAM": …for [SLAM] in…` */
function quote({ phrase, place, start, end }: Occurrence, text: PaperText): string {
  const whole = text[place] ?? '';
  const from = Math.max(0, start - around);
  const to = Math.min(whole.length, end + around);
  const shown = `${whole.slice(from, start)}[${whole.slice(start, end)}]${whole.slice(end, to)}`;
  const cut = `${from > 0 ? '…' : ''}${shown.replaceAll(/\s+/g, ' ')}${to < whole.length ? '…' : ''}`;
  return `${place} "${phrase}": ${cut}`;
}

function keptSentence(kept: Explanation['kept'], topics: TopicExplanation[]): string {
  const matched = topics
    .filter(({ verdict }) => verdict === 'matched')
    .map(({ topic }) => topic.id);
  const list = matched.length > 0 ? `topics ${matched.join(', ')}` : 'no topic';
  if (kept === null) return `Not kept: ${list}; no category of the config keeps it.`;
  return kept.rule === 'all'
    ? `Kept: every paper of ${kept.category} is; ${list}.`
    : `Kept: ${kept.category} keeps what a topic matches; ${list}.`;
}
