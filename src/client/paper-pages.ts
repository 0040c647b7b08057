const pages = new Map<string, Promise<Element>>();

async function load(url: string): Promise<Element> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const paper = page.querySelector('.paper');
  if (!paper) throw new Error(`${url} holds no paper`);
  return document.adoptNode(paper);
}

/**
 * The `<article>` of a paper, from its own page on this site; asked for once. Take a clone: it is shared. Rejects when
 * the page cannot be had; the next call tries again.
 */
export function paperPage(url: string): Promise<Element> {
  const known = pages.get(url);
  if (known) return known;
  const asked = load(url);
  pages.set(url, asked);
  asked.catch(() => pages.delete(url));
  return asked;
}
