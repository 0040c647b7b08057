import type { PaperMentions } from '../query/section-views.ts';
import { safeUrl } from '../text/safe-url.ts';
import { label, time, type RenderContext } from './context.ts';
import { html, nothing, type Html } from './html.ts';
import { companyUrl, datasetUrl } from './urls.ts';

/** Datasets that a paper introduces or names, who of its makers hires, and news that links to it; nothing without any. */
export function renderMentions(mentions: PaperMentions | undefined, context: RenderContext): Html {
  if (mentions === undefined) return nothing;
  const datasets = mentions.datasets.map(
    ({ id, name }) => html`<li><a href="${datasetUrl(context.base, id)}">${name}</a></li>`,
  );
  const employers = mentions.employers.map(
    ({ id, name }) => html`<li><a href="${companyUrl(context.base, id)}">${name}</a></li>`,
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
  const section = (name: 'datasets' | 'hiring' | 'news', items: Html[]) =>
    items.length > 0 &&
    html`<section class=similar>${label(context, name, {}, 'h2')}<ul>${items}</ul></section>`;
  return html`${section('datasets', datasets)}${section('hiring', employers)}${section('news', news)}`;
}
