import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves a folder below a base path as GitHub Pages does: `index.html` of folders, a redirect to the slash, `404.html`
 * with status 404 for the rest. On a free port of this machine.
 * @param options.compressed gzip, as hosts send it
 */
export async function serveSite(
  dir: string,
  base: string,
  { compressed = false }: { compressed?: boolean } = {},
): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const send = ({ status, body, type, location }: Answer) => {
      const zip = compressed && /text|json|xml|javascript/.test(type);
      const headers = {
        'content-type': type,
        ...(location && { location }),
        ...(zip && { 'content-encoding': 'gzip' }),
      };
      const part = status === 200 && !zip && partOf(body, request.headers.range);
      if (part) response.writeHead(206, { ...headers, ...part.headers }).end(part.bytes);
      else {
        const whole = Buffer.from(zip ? gzipSync(body) : body);
        response
          .writeHead(status, {
            ...headers,
            'accept-ranges': 'bytes',
            'content-length': whole.length,
          })
          .end(whole);
      }
    };
    void answer(dir, base, decodeURIComponent(pathname)).then(send);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${base}`, close: () => server.close() };
}

/** What a `Range` of one part asks for (RFC 9110, 14.1.2); `null` for none, or one that cannot be met. */
function partOf(
  body: string | Buffer,
  range: string | undefined,
): { bytes: Buffer; headers: Record<string, string | number> } | null {
  const whole = Buffer.from(body);
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === '' && to === '') return null;
  const start = from === '' ? Math.max(0, whole.length - Number(to)) : Number(from);
  const end = from === '' || to === '' ? whole.length : Math.min(Number(to) + 1, whole.length);
  if (start >= end) return null;
  const bytes = whole.subarray(start, end);
  return {
    bytes,
    headers: {
      'content-range': `bytes ${start}-${end - 1}/${whole.length}`,
      'content-length': bytes.length,
    },
  };
}

interface Answer {
  status: number;
  body: string | Buffer;
  type: string;
  location?: string;
}

async function answer(dir: string, base: string, path: string): Promise<Answer> {
  const text = 'text/plain';
  if (!path.startsWith(base)) return { status: 404, body: 'outside the base path', type: text };
  const file = join(dir, normalize(path.slice(base.length)));
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory() && !path.endsWith('/'))
    return { status: 301, body: '', type: text, location: `${path}/` };
  const target = found?.isDirectory() ? join(file, 'index.html') : file;
  const body = await readFile(target).catch(() => null);
  if (body)
    return { status: 200, body, type: types[extname(target)] ?? 'application/octet-stream' };
  const missing = await readFile(join(dir, '404.html')).catch(() => 'not found');
  return { status: 404, body: missing, type: 'text/html; charset=utf-8' };
}
