import type { APIRoute } from 'astro';
import { boot } from '../client/boot.ts';
import { scriptJson } from '../text/script-json.ts';
import { readerWords } from '../components/reader-words.ts';

/** As the bundler leaves it, but for the indents: no text of it runs over lines. */
const source = boot.toString().replaceAll(/^\s+/gm, '');

/** The one script that runs before the first paint. */
export const GET: APIRoute = async () =>
  new Response(`(${source})(${scriptJson(await readerWords())});\n`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
