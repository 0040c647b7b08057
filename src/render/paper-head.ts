import type { PaperView } from '../query/views.ts';
import { scriptJson } from '../text/script-json.ts';
import { html, raw, type Html } from './html.ts';
import { shareImage } from './share-image.ts';
import { texWords as words } from './tex-text.ts';
import { arxivUrl, paperUrl } from './urls.ts';

/** What the head of a paper page needs to know of the site. */
export interface SiteIdentity {
  name: string;
  /** Origin without slash at the end; empty when the site does not know its address. */
  origin: string;
  base: string;
}

const descriptionLength = 120;

/** The first sentences of a text, cut at a word. */
function opening(text: string): string {
  const plain = words(text);
  if (plain.length <= descriptionLength) return plain;
  return `${plain.slice(0, plain.lastIndexOf(' ', descriptionLength))}…`;
}

/** schema.org's description of the paper; its first authors, for the citation tags hold all of them. */
function jsonLd({ entry: { paper } }: PaperView): Html {
  const author = paper.authors.slice(0, 3).map(({ name }) => ({ name }));
  const data = {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    headline: words(paper.title).slice(0, 110),
    author,
    datePublished: paper.submitted.slice(0, 10),
    ...(paper.version > 1 && { dateModified: paper.updated.slice(0, 10) }),
    sameAs: arxivUrl('abs', paper.id),
  };
  return html`<script type=application/ld+json>${raw(scriptJson(data))}</script>`;
}

/** Highwire tags: what Zotero and Google Scholar read. */
function citationTags({ entry: { paper } }: PaperView): Html[] {
  const tags: [string, string][] = [
    ['title', words(paper.title)],
    ...paper.authors.map(({ name }): [string, string] => ['author', name]),
    ['date', paper.submitted.slice(0, 10).replaceAll('-', '/')],
    ['arxiv_id', paper.id],
    ['pdf_url', arxivUrl('pdf', paper.id)],
    ...(paper.doi === null ? [] : [['doi', paper.doi] as [string, string]]),
  ];
  return tags.map(([name, content]) => {
    const shared = name === 'title' && html` property=og:title`;
    return html`<meta name=citation_${name}${shared} content="${content}">`;
  });
}

/** The part of `<head>` that is of one paper alone: title, description, address, citation tags, JSON-LD. One
 * element serves two readers where it may: a tag of Highwire and one of Open Graph. */
export function paperHead(view: PaperView, site: SiteIdentity): Html {
  const { paper, topics } = view.entry;
  const [first] = topics;
  const picture = first ? shareImage.topic(first.topic) : shareImage.site;
  const address = `${site.origin}${paperUrl(site.base, paper.id)}`;
  return html`
    <title>${words(paper.title)} · ${site.name}</title>
    <meta name=description property=og:description content="${opening(paper.abstract ?? paper.title)}">
    ${site.origin !== '' && html`<link rel=canonical href="${address}">`}
    ${citationTags(view)}
    ${site.origin !== '' && html`<meta property=og:image content="${site.origin}${site.base}${picture}">`}
    ${jsonLd(view)}`;
}
