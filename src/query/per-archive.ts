import type { QueryContext } from './context.ts';

/**
 * Makes a question that hundreds of pages ask be answered once for each opened archive. What it gives is shared: callers
 * must not change it.
 */
export function perArchive<Answer>(
  ask: (context: QueryContext) => Answer,
): (context: QueryContext) => Answer {
  const answers = new WeakMap<QueryContext, { answer: Answer }>();
  return (context) => {
    const known = answers.get(context) ?? { answer: ask(context) };
    answers.set(context, known);
    return known.answer;
  };
}
