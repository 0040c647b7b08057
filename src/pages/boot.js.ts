import type { APIRoute } from 'astro';
import { boot } from '../client/boot.ts';
import { scriptJson } from '../text/script-json.ts';
import { readerWords } from '../components/reader-words.ts';

/** The one script that runs before the first paint. */
export const GET: APIRoute = async () =>
  new Response(`(${boot.toString()})(${scriptJson(await readerWords())});\n`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
