import katex from 'katex';
import { raw, type Html } from './html.ts';

/** Draws TeX as HTML, or `null` when it cannot: the caller then shows the source. */
export type MathRenderer = (tex: string, display: boolean) => Html | null;

const maxLength = 600;
const memory = new Map<string, Html | null>();
const memorySize = 20_000;

/**
 * KaTeX's MathML, thinner: no wrapper (its class asks for KaTeX's style sheet), no second copy of the source, no style
 * attribute (the policy forbids it), no colours (they are the page's, in two themes). Quotes in KaTeX's text are escaped, so the patterns touch attributes alone.
 */
function thin(markup: string): string | null {
  const math = /<math[\s\S]*<\/math>/.exec(markup)?.[0];
  return (
    math
      ?.replaceAll(/<annotation[\s\S]*?<\/annotation>|<\/?semantics>| xmlns="[^"]*"/g, '')
      .replaceAll(/ (?:style|mathcolor|mathbackground)="[^"]*"/g, '') ?? null
  );
}

/**
 * TeX → MathML. Never throws and never trusts: no links, no styles, macro expansion and length are capped, so that a
 * hostile abstract costs no more than a long one. `null` when KaTeX refuses.
 */
export const renderMath: MathRenderer = (tex, display) => {
  if (tex.length > maxLength) return null;
  const key = display ? `d${tex}` : tex;
  const known = memory.get(key);
  if (known !== undefined) return known;
  if (memory.size >= memorySize) memory.clear();
  const drawn = draw(tex, display);
  memory.set(key, drawn);
  return drawn;
};

function draw(tex: string, display: boolean): Html | null {
  try {
    const markup = katex.renderToString(tex, {
      output: 'mathml',
      displayMode: display,
      throwOnError: true,
      trust: false,
      strict: 'ignore',
      maxExpand: 200,
      maxSize: 10,
    });
    const math = thin(markup);
    return math === null ? null : raw(math);
  } catch {
    return null; // KaTeX says no: the reader sees the source, as the author wrote it.
  }
}
