import type { APIRoute } from 'astro';
import { filterNames } from '../components/filter-names.ts';

/** What filters call things: loaded by the browser when a list is first filtered. */
export const GET: APIRoute = async () => Response.json(await filterNames());
