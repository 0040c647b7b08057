import { siteUrl } from '../site-url.ts';

/**
 * Makes a link of each author of a paper. The page itself holds none: who has a place of their own changes with every
 * day, and a paper's page must not.
 * @param place holds the line of authors
 * @param names every author, in order, as the citation tags state them
 */
export function linkAuthors(place: ParentNode, names: readonly string[]): void {
  const line = place.querySelector('.paper > .by');
  if (!line) return;
  const root = siteUrl(document.documentElement.lang.startsWith('zh') ? 'zh/authors/' : 'authors/');
  let node = line.firstChild;
  for (const name of names) {
    while (node && !(node instanceof Text && node.data.includes(name))) node = node.nextSibling;
    if (!(node instanceof Text)) return;
    const own = node.splitText(node.data.indexOf(name));
    node = own.splitText(name.length);
    const link = document.createElement('a');
    link.href = `${root}?${new URLSearchParams({ name }).toString()}`;
    link.textContent = name;
    own.replaceWith(link);
  }
}
