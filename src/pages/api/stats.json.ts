import type { APIRoute } from 'astro';
import { archive } from '../../query/shared-archive.ts';

/** What monitors of the earlier product ask for; the field names are fixed. */
export const GET: APIRoute = async () => Response.json((await archive()).stats());
