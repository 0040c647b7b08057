import { paper as labels } from '../i18n/paper.ts';
import { bibtex, ris, type Citable } from '../render/cite.ts';
import { shownLang } from './say.ts';

/** What the citation tags of a paper page state, or `null` on a page that is no paper. */
function readCitation(page: Document): Citable | null {
  const values = (name: string) =>
    [...page.querySelectorAll<HTMLMetaElement>(`meta[name=citation_${name}]`)].map(
      ({ content }) => content,
    );
  const [id] = values('arxiv_id');
  if (id === undefined) return null;
  return {
    id,
    title: values('title')[0] ?? '',
    authors: values('author').map((name) => ({ name })),
    submitted: (values('date')[0] ?? '').replaceAll('/', '-'),
    primary_category: page.querySelector('.record .cats')?.textContent.split(' ')[0] ?? '',
    doi: values('doi')[0] ?? null,
  };
}

function copyButton(name: string, text: string): HTMLButtonElement {
  const words = labels[shownLang()];
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = `${String(words.copy)} ${name}`;
  made.addEventListener('click', () => {
    navigator.clipboard.writeText(text).then(
      () => (made.textContent = `${String(words.copied)} ${name}`),
      () => (made.textContent = String(words.copyFailed)),
    );
  });
  return made;
}

/**
 * Offers a paper's citation. The page itself holds it only as citation tags: 400 bytes a paper are saved.
 * @param place where the article stands; @param page the page with the tags
 */
export function offerCitation(place: ParentNode, page: Document): void {
  const box = place.querySelector('.cite');
  const citation = readCitation(page);
  if (!box || !citation) return;
  const entry = bibtex(citation);
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = String(labels[shownLang()].cite);
  const text = document.createElement('pre');
  text.tabIndex = 0;
  text.textContent = entry;
  details.append(summary, text, copyButton('BibTeX', entry), copyButton('RIS', ris(citation)));
  box.replaceChildren(details);
}
