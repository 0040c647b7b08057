import type { Paper } from '../paper.ts';
import { safeUrl } from '../text/safe-url.ts';
import { label, time, type RenderContext } from './context.ts';
import { html, nothing, type Html } from './html.ts';
import { paperVersions, type VersionChanges } from './paper-versions.ts';
import { wordDiff } from './word-diff.ts';

const parts = [
  ['title', 'titleChanged'],
  ['abstract', 'abstractChanged'],
  ['authors', 'authorsChanged'],
  ['comment', 'commentChanged'],
] as const;

function changes(version: VersionChanges, context: RenderContext): Html {
  const lines = parts.flatMap(([part, key]) => {
    const change = version[part];
    if (!change) return [];
    return [
      html`${label(context, key, {}, 'dt')}<dd>${wordDiff(change.before, change.after)}</dd>`,
    ];
  });
  const links = version.linksAdded.flatMap((link) => {
    const url = safeUrl(link.url);
    return url === null ? [] : [html`<a href="${url}">${url}</a> `];
  });
  if (links.length > 0)
    lines.push(html`${label(context, 'linksAdded', {}, 'dt')}<dd>${links}</dd>`);
  return lines.length > 0
    ? html`<dl>${lines}</dl>`
    : html`<p>${label(context, 'noTextChange')}</p>`;
}

/** The versions of a paper, newest first, with what each changed. Nothing for a paper with one version. */
export function renderVersions(paper: Paper, context: RenderContext): Html {
  if (paper.history.length === 0) return nothing;
  const versions = paperVersions(paper);
  const items = versions.map((version, index) => {
    const day = version.updated?.slice(0, 10);
    return html`
      <li id=v${version.version}><b>v${version.version}</b> ${day && time(context, day, 'long')}
      ${index < versions.length - 1 && changes(version, context)}
      </li>`;
  });
  return html`
    <section class=versions>${label(context, 'versions', {}, 'h2')}
    <ol>${items}</ol></section>`;
}
