import type { QueryContext } from './context.ts';
import { once } from './once.ts';

/** Makes a question that hundreds of pages ask be answered once for each opened archive. */
export const perArchive = <Answer>(
  ask: (context: QueryContext) => Answer,
): ((context: QueryContext) => Answer) => once(ask);
