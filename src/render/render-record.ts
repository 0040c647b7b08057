import type { SwitchableKey } from '../i18n/t.ts';
import type { PaperEntry } from '../query/views.ts';
import { label, time, type RenderContext } from './context.ts';
import { html, join, type Html } from './html.ts';
import { renderVenue } from './render-venue.ts';
import { dayUrl } from './urls.ts';

type Line = [name: SwitchableKey, value: Html | null];

function dates({ paper }: PaperEntry, context: RenderContext): Line[] {
  const on = (instant: string) => time(context, instant.slice(0, 10), 'long');
  const day = html`
    <a href="${dayUrl(context.base, paper.announced)}">${on(paper.announced)}</a>
    ${paper.announced_from === 'derived' && html` <small>${label(context, 'announcedDerived')}</small>`}`;
  const revised = paper.version > 1 && html`${on(paper.updated)}, v${paper.version}`;
  return [
    ['announced', day],
    ['submitted', on(paper.submitted)],
    ['revisedOn', revised || null],
    ['firstSeen', paper.first_seen === paper.announced ? null : on(paper.first_seen)],
  ];
}

function citations({ paper }: PaperEntry, context: RenderContext): Html | null {
  if (!paper.citations) return null;
  const { count, influential, as_of } = paper.citations;
  return label(context, 'citationsLine', { n: count, influential, as_of });
}

/** Everything the record states, as a list of names and values; what it does not state is left out. */
export function renderRecord(entry: PaperEntry, context: RenderContext): Html {
  const { paper } = entry;
  const others = paper.categories.filter((category) => category !== paper.primary_category);
  const categories = [paper.primary_category, ...others];
  const text = (value: string | null | undefined) => (value ? html`${value}` : null);
  const doi = paper.doi && html`<a href="https://doi.org/${encodeURI(paper.doi)}">${paper.doi}</a>`;
  const lines: Line[] = [
    ...dates(entry, context),
    ['categories', html`<span class=cats>${join(categories, ' ')}</span>`],
    ['venue', renderVenue(entry.venue)],
    ['comment', text(paper.comment)],
    ['journal', text(paper.journal_ref)],
    ['doi', doi || null],
    ['license', text(paper.license?.replace(/^https?:\/\//, ''))],
    ['citations', citations(entry, context)],
  ];
  const known = lines.flatMap(([name, value]) =>
    value === null ? [] : [html`${label(context, name, {}, 'dt')}<dd>${value}</dd>`],
  );
  return html`<dl class=record>${known}</dl>`;
}
