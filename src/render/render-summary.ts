import type { Summary } from '../paper.ts';
import { label, type RenderContext } from './context.ts';
import { html, nothing, type Html } from './html.ts';

/** The machine-written sentence, with who wrote it and when; the page shows the language it is read in. */
export function renderSummary(summary: Summary | undefined, context: RenderContext): Html {
  if (!summary) return nothing;
  const { en, zh, model, as_of } = summary;
  const sentences =
    context.lang === 'en'
      ? html`<span lang=en>${en}</span>${context.switchable && html`<span lang=zh-CN>${zh}</span>`}`
      : html`${zh}`;
  return html`
    <section class=summary>${label(context, 'summary', {}, 'h2')}
    <p>${sentences}</p>
    <p class=quiet>${label(context, 'summaryNote', { model, as_of })}</p></section>`;
}
