import { authors as words } from '../i18n/authors.ts';
import { fill } from '../i18n/dictionary.ts';
import type { Day } from '../paper.ts';
import type { AuthorView } from '../query/shelves/types.ts';
import { label, type RenderContext } from './context.ts';
import { html, type Html } from './html.ts';
import type { SiteIdentity } from './paper-head.ts';
import { renderText } from './render-text.ts';
import { shareImage } from './share-image.ts';
import { authorShelfUrl, paperUrl } from './urls.ts';

/** Of one name at most so many papers are listed: the newest. */
const LISTED = 60;

const upperFirst = (text: string): string => {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
};

/**
 * An author: the name, and the papers that carry it. Dates are written as they stand, for fifty thousand papers have six
 * authors each.
 */
function author(
  { slug, name, papers }: AuthorView,
  { to }: ShownShelf,
  context: RenderContext,
): Html {
  const items = papers
    .slice(0, LISTED)
    .map(
      ({ id, title, date }) =>
        html`<li><small>${date}</small> <a href="${paperUrl(context.base, id)}">${renderText(title, { math: context.math })}</a>`,
    );
  return html`
    <section id="${slug}"><h2>${name}</h2><p>${label(context, 'papers', { n: papers.length })}${to !== null && newer(name, context)}</p>
    <ol lang=en>${items}</ol></section>`;
}

/** Papers of a name that no shelf holds yet. */
function newer(name: string, context: RenderContext): Html {
  const asked = new URLSearchParams({ q: name }).toString();
  return html` · <a href="${context.base}search/?${asked}" data-front>${label(context, 'search')}</a>`;
}

/** To which day shelves reach, in both languages, of which CSS shows one: labels that are swapped weigh on every page. */
const reach = (day: Day): Html =>
  html`<span lang=en>${fill(words.en.to, { day })}</span><span lang=zh-CN>${fill(words.zh.to, { day })}</span>`;

/** What the page of a shelf shows. */
export interface ShownShelf {
  shelf: string;
  authors: readonly AuthorView[];
  /** The last day whose papers stand on shelves; `null` where that is the newest one. */
  to: Day | null;
}

/**
 * The page of all authors whose name begins alike. An address with an author's fragment shows that author alone, by CSS.
 * Drawn for the places of the paper pages' shell (`src/integrations/shell.ts`).
 */
export function authorShelfParts(
  shown: ShownShelf,
  context: RenderContext,
  site: SiteIdentity,
): Record<'head' | 'body', string> {
  const { shelf, authors, to } = shown;
  const from = upperFirst(shelf.replace('-', ''));
  const title = html`
    <title>Authors, ${from}… · ${site.name}</title>
    <meta property=og:title content="Authors, ${from}…">
    ${site.origin !== '' && html`<meta property=og:image content="${site.origin}${site.base}${shareImage.site}">`}
    ${site.origin !== '' && html`<link rel=canonical href="${site.origin}${authorShelfUrl(site.base, shelf)}">`}`;
  const body = html`
    <div class=authors>
    <header class=head>${label(context, 'authorsFrom', { from }, 'h1')}
    <p class=whole><a href="${authorShelfUrl(context.base, shelf)}">${label(context, 'wholeShelf')}</a></p></header>
    ${authors.map((one) => author(one, shown, context))}
    ${to !== null && html`<p class=quiet>${reach(to)}</p>`}
    <p class=quiet>${label(context, 'sameName')}</p>
    <p><a href="${context.base}authors/" data-front>${label(context, 'allAuthors')}</a></p>
    </div>`;
  return { head: title.source, body: body.source };
}
