import type { APIRoute } from 'astro';
import { archive } from '../query/shared-archive.ts';

/** State of the record, for uptime monitors; its form is `status.schema.json`. */
export const GET: APIRoute = async () => Response.json((await archive()).health().status);
