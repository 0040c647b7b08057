import type { PaperMentions } from '../query/section-views.ts';
import { safeUrl } from '../text/safe-url.ts';
import { label, time, type RenderContext } from './context.ts';
import { html, nothing, type Html } from './html.ts';
import { datasetUrl } from './urls.ts';

/** Datasets that a paper introduces or names, and news that links to it; nothing when there is neither. */
export function renderMentions(mentions: PaperMentions | undefined, context: RenderContext): Html {
  if (mentions === undefined) return nothing;
  const datasets = mentions.datasets.map(
    ({ id, name }) => html`<li><a href="${datasetUrl(context.base, id)}">${name}</a></li>`,
  );
  const news = mentions.news.flatMap(({ title, url, source, published, language }) => {
    const address = safeUrl(url);
    if (address === null) return [];
    const day = time(context, published.slice(0, 10), 'long');
    const lang = html` lang=${language === 'zh' ? 'zh-CN' : 'en'}`;
    return [
      html`<li><a${lang} href="${address}">${title}</a> <small>${source}, ${day}</small></li>`,
    ];
  });
  const section = (name: 'datasets' | 'news', items: Html[]) =>
    items.length > 0 &&
    html`<section class=similar>${label(context, name, {}, 'h2')}<ul>${items}</ul></section>`;
  return html`${section('datasets', datasets)}${section('news', news)}`;
}
