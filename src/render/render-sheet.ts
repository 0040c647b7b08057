import type { RowEntry } from '../query/views.ts';
import type { RenderContext } from './context.ts';
import { html, join, type Html } from './html.ts';
import { renderText } from './render-text.ts';
import { renderVenue } from './render-venue.ts';
import { label } from './context.ts';
import { paperUrl } from './urls.ts';

/** A paper on the printed sheet: its title, who wrote it, and the id under which anybody finds it. */
export function renderSheetPaper({ paper, venue }: RowEntry, context: RenderContext): Html {
  const [first] = paper.authors;
  const others = paper.authors.length - 1;
  const by = first && html`${first.name}${others > 0 && html` +&#8239;${others}`}`;
  const hasCode = paper.links.some(({ kind }) => kind === 'code');
  const facts = [
    html`<span>${paper.id}</span>`,
    ...(by ? [by] : []),
    ...(venue === null ? [] : [renderVenue(venue) ?? html``]),
    ...(hasCode ? [html`<b>${label(context, 'code')}</b>`] : []),
  ];
  return html`
    <li><a lang=en href="${paperUrl(context.base, paper.id)}">${renderText(paper.title, { math: context.math })}</a>
    <small>${join(facts, ' · ')}</small></li>`;
}
