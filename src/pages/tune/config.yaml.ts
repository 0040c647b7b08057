import type { APIRoute } from 'astro';
import { configText } from '../../query/config-text.ts';

/** The file this site is made by, for the page that tries another. */
export const GET: APIRoute = () =>
  new Response(configText(), { headers: { 'content-type': 'text/yaml; charset=utf-8' } });
