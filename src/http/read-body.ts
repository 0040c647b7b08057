import { pipeline } from 'node:stream/promises';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { WireAnswer } from './wire.ts';

/** More bytes than the caller bears; nothing was kept. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';

  constructor(maxBytes: number) {
    super(`more than ${maxBytes.toLocaleString('en')} bytes`);
  }
}

/** A content coding that we did not ask for and cannot undo. */
export class UnknownCodingError extends Error {
  override readonly name = 'UnknownCodingError';
}

// Strict: a compressed stream that ends early is an error.
const CODINGS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * The whole body, decompressed. At most `maxBytes` are ever held, counted after decompression and before it, so that
 * neither a bomb nor an endless stream of empty blocks passes.
 *
 * @param counted told the bytes of each chunk as it comes over the wire
 * Throws `BodyTooLargeError`, `UnknownCodingError`, zlib's and the connection's errors.
 */
export async function readBody(
  answer: WireAnswer,
  maxBytes: number,
  signal: AbortSignal,
  counted: (bytes: number) => void,
): Promise<Buffer> {
  const coding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (coding !== 'identity' && coding !== '' && !Object.hasOwn(CODINGS, coding)) {
    answer.body.destroy();
    throw new UnknownCodingError(`content coding "${coding}" is not supported`);
  }
  if (Number(answer.headers['content-length'] ?? 0) > maxBytes) {
    answer.body.destroy();
    throw new BodyTooLargeError(maxBytes);
  }
  const limited = (told: (bytes: number) => void) =>
    async function* limit(source: AsyncIterable<Uint8Array>) {
      let total = 0;
      for await (const chunk of source) {
        total += chunk.length;
        told(chunk.length);
        if (total > maxBytes) throw new BodyTooLargeError(maxBytes);
        yield chunk;
      }
    };
  const chunks: Uint8Array[] = [];
  const collect = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) chunks.push(chunk);
  };
  const undo = CODINGS[coding];
  const nothing = () => {};
  if (undo)
    await pipeline(answer.body, limited(counted), undo(), limited(nothing), collect, { signal });
  else await pipeline(answer.body, limited(counted), collect, { signal });
  return Buffer.concat(chunks);
}
