import type { RowEntry } from '../query/views.ts';
import { html, type Html } from './html.ts';

/** The venue that accepted the paper, as a badge: `CoRL 2026`. */
export function renderVenue(venue: RowEntry['venue']): Html | null {
  if (venue === null) return null;
  return html`<b class=venue>${venue.name}${venue.year !== null && html` ${venue.year}`}</b>`;
}
