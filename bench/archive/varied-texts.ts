import { randomFrom } from './random.ts';
import type { PaperText } from './texts.ts';

/**
 * As many texts as are asked for, made of the sentences of a few: git packs equal texts into one, so an archive that
 * repeats a thousand abstracts would look far smaller than it will be.
 */
export function variedTexts(texts: readonly PaperText[], count: number): PaperText[] {
  const sentences = texts.flatMap(({ abstract }) => abstract.split(/(?<=[.?!])\s+/));
  return Array.from({ length: count }, (_, index) => {
    const random = randomFrom(index + 1);
    const text = random.pick(texts);
    const length = text.abstract.split(/(?<=[.?!])\s+/).length;
    const abstract = Array.from({ length }, () => random.pick(sentences)).join(' ');
    return { ...text, abstract, authors: random.pick(texts).authors };
  });
}
