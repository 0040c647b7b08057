import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Shorter files gain nothing: the answer fits one packet as it is. */
const LEAST = 1024;
const TEXTUAL =
  /\.(?:html|css|js|mjs|json|ndjson|xml|opml|svg|txt|csv|map|webmanifest|wasm|sqlite)$/;
/** Files whose name changes with their content are read for a year, and compressed once. */
const LASTING = /(?:^|\/)_astro\//;

/** What a web server sends in place of a file when the browser takes it: by ending, `.gz` and `.br`. */
export function compressed(path: string, bytes: Buffer): Map<'.gz' | '.br', Buffer> {
  if (bytes.length < LEAST || !TEXTUAL.test(path)) return new Map();
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: LASTING.test(path) ? constants.BROTLI_MAX_QUALITY : 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return new Map([
    ['.gz', gzipSync(bytes, { level: 9 })],
    ['.br', brotliCompressSync(bytes, { params })],
  ]);
}
