import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** Decompressed. */
  body: string;
  /** As they came over the wire. */
  bytes: Buffer;
}

/** One request, exactly as it is written: no redirect is followed, nothing is asked for that the caller does not. */
export function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((answered, failed) => {
    request(url, { headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', failed);
      response.on('end', () => {
        const bytes = Buffer.concat(parts);
        const encoding = response.headers['content-encoding'];
        const body =
          encoding === 'br' && bytes.length > 0
            ? brotliDecompressSync(bytes)
            : encoding === 'gzip' && bytes.length > 0
              ? gunzipSync(bytes)
              : bytes;
        answered({
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string>,
          body: body.toString('utf8'),
          bytes,
        });
      });
    })
      .on('error', failed)
      .end();
  });
}
