import type { RenderContext } from '../render/context.ts';

/** Names of all topics by id, for a script that draws rows. */
export function topicNamesJson({ topicNames }: RenderContext): string {
  return JSON.stringify(Object.fromEntries(topicNames));
}
