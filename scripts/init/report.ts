import { fill, type Lang } from '../../src/i18n/dictionary.ts';
import { init } from '../../src/i18n/init.ts';
import type { Tried } from '../../src/init/tried.ts';

/** What the new topics bring, for the terminal. */
export function triedText(lang: Lang, tried: Tried, dir: string): string {
  const words = init[lang];
  const { papers, withoutAbstract, from, to, kept, topics } = tried;
  if (from === null || to === null) return fill(words.initTriedNothing, { dir });
  const most = Math.max(...topics.map(({ papers: n }) => String(n).length));
  return [
    fill(words.initTried, { n: papers, dir, from, to, kept }),
    ...topics.map(
      ({ papers: n, name, example }) =>
        `  ${String(n).padStart(most)}  ${name}${example === null ? '' : `  (${shortened(example)})`}`,
    ),
    fill(words.initTriedNote),
    ...(withoutAbstract > 0 ? [fill(words.initTitlesOnly, { n: withoutAbstract })] : []),
  ].join('\n');
}

const shortened = (title: string): string => (title.length > 60 ? `${title.slice(0, 59)}…` : title);
