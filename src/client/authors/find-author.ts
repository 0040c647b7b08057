import { authorSlug, shelfOf } from '../../text/author-slug.ts';

/** Where an author is: the address of their place, `few` when they have no place, `failed` when nobody could say. */
export type FoundAuthor = { url: string } | 'few' | 'failed';

/**
 * Looks for an author by name.
 * @param root address of the site's root
 * @param isShelf whether the site has a page of this address; so none is asked for that is not there
 */
export async function findAuthor(
  name: string,
  root: string,
  isShelf: (url: URL) => boolean,
  ask: typeof fetch = fetch,
): Promise<FoundAuthor> {
  const slug = authorSlug(name);
  if (slug === '') return 'few';
  const url = new URL(`author/${encodeURIComponent(shelfOf(slug))}/`, root);
  if (!isShelf(url)) return 'few';
  const answer = await ask(url).catch(() => null);
  if (answer?.status === 404) return 'few';
  if (!answer?.ok) return 'failed';
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!page.getElementById(slug)) return 'few';
  url.hash = encodeURIComponent(slug);
  return { url: url.href };
}
