import { escapeHtml } from '../text/escape-html.ts';
import type { FeedItem } from './feed-model.ts';

/** Summary and list of an item as HTML; all of it escaped, and empty when there is neither. */
export function itemHtml({ summary, list = [] }: FeedItem): string {
  const paragraphs = summary.map((text) => `<p>${escapeHtml(text)}</p>`);
  const links = list.map(
    ({ title, url }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></li>`,
  );
  return [...paragraphs, ...(links.length > 0 ? ['<ul>', ...links, '</ul>'] : [])].join('\n');
}
