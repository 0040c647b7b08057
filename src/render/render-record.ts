import type { PaperEntry } from '../query/views.ts';
import { label, time, type RenderContext } from './context.ts';
import { html, join, type Html } from './html.ts';
import { renderVenue } from './render-venue.ts';
import { dayUrl } from './urls.ts';

type Line = [name: Html, value: Html | null];

function dates({ paper }: PaperEntry, context: RenderContext): Line[] {
  const on = (instant: string) => time(context, instant.slice(0, 10), 'long');
  const day = html`
    <a href="${dayUrl(context.base, paper.announced)}">${on(paper.announced)}</a>
    ${paper.announced_from === 'derived' && html` <small>${label(context, 'announcedDerived')}</small>`}`;
  const revised = paper.version > 1 && html`${on(paper.updated)}, v${paper.version}`;
  return [
    [label(context, 'announced'), day],
    [label(context, 'submitted'), on(paper.submitted)],
    [label(context, 'revisedOn'), revised || null],
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
  const text = (value: string | null | undefined) => (value ? html`${value}` : null);
  const doi = paper.doi && html`<a href="https://doi.org/${encodeURI(paper.doi)}">${paper.doi}</a>`;
  const lines: Line[] = [
    ...dates(entry, context),
    [label(context, 'categories'), join(paper.categories, ' ')],
    [label(context, 'venue'), renderVenue(entry.venue)],
    [label(context, 'comment'), text(paper.comment)],
    [label(context, 'journal'), text(paper.journal_ref)],
    [label(context, 'doi'), doi || null],
    [label(context, 'license'), text(paper.license?.replace(/^https?:\/\//, ''))],
    [label(context, 'citations'), citations(entry, context)],
  ];
  const known = lines.flatMap(([name, value]) =>
    value === null ? [] : [html`<dt>${name}</dt><dd>${value}</dd>`],
  );
  return html`<dl class=record>${known}</dl>`;
}
