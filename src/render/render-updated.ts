import type { SwitchableKey } from '../i18n/t.ts';
import type { ChangedPart, UpdatedEntry } from '../query/views.ts';
import { label, type RenderContext } from './context.ts';
import { html, join, raw, type Html } from './html.ts';
import { renderRow } from './render-row.ts';
import { paperUrl } from './urls.ts';

const nameOf: Record<ChangedPart, SwitchableKey> = {
  title: 'titleChanged',
  abstract: 'abstractChanged',
  authors: 'authorsChanged',
  comment: 'commentChanged',
  links: 'linksAdded',
};

/** "v1 → v3: Title, New links", leading to the word diff on the paper's page. */
function note({ entry, from, to, changed }: UpdatedEntry, context: RenderContext): Html {
  const parts = join(
    changed.map((part) => label(context, nameOf[part])),
    ', ',
  );
  const href = `${paperUrl(context.base, entry.paper.id)}#v${to}`;
  return html`
    <a class=changed href="${href}">v${from} → v${to}${changed.length > 0 && html`: ${parts}`}</a>`;
}

/** Papers whose new version was announced, as the content of an `<ol>`: what changed instead of the abstract. */
export function renderUpdated(updated: readonly UpdatedEntry[], context: RenderContext): Html {
  const rows = updated.map((update) =>
    renderRow(update.entry, { abstract: 'none', note: note(update, context) }, context),
  );
  return raw(rows.map((row) => row.source).join('\n'));
}
