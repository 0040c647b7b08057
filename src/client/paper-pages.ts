const pages = new Map<string, Promise<Document>>();

async function load(url: string): Promise<Document> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (!page.querySelector('.paper')) throw new Error(`${url} holds no paper`);
  return page;
}

/**
 * The page of a paper on this site, parsed; asked for once. It is shared: clone what is taken from it. Rejects when the
 * page cannot be had; the next call tries again.
 */
export function paperPage(url: string): Promise<Document> {
  const known = pages.get(url);
  if (known) return known;
  const asked = load(url);
  pages.set(url, asked);
  asked.catch(() => pages.delete(url));
  return asked;
}
