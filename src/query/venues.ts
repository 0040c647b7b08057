import type { QueryContext } from './context.ts';

/** A venue with the papers of the archive that it accepted. */
export interface VenueCount {
  name: string;
  papers: number;
}

/** Venues that accepted a paper of the archive, the one with most papers first. */
export function listVenues({ db }: QueryContext): VenueCount[] {
  return db
    .all(
      `SELECT json_extract(tags, '$.venue.name') AS venue, COUNT(*) FROM paper
       WHERE venue IS NOT NULL GROUP BY venue ORDER BY COUNT(*) DESC, venue`,
    )
    .map(([name, papers]) => ({ name: String(name), papers: Number(papers) }));
}
