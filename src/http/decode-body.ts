/** A charset that is unknown, or bytes that are not of the charset they are said to be of. */
export class CharsetError extends Error {
  override readonly name = 'CharsetError';
}

const BOMS: readonly (readonly [label: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Bytes of a document → text, byte order mark removed. The mark wins over the charset of the content type, which wins
 * over the document's own declaration (RFC 7303 §3.2–3.3); without any, UTF-8. Where header and document disagree and one
 * of them says UTF-8, bytes that are valid UTF-8 are: other text practically never is.
 *
 * Throws a `CharsetError`; never replaces a broken byte.
 */
export function decodeBody(bytes: Uint8Array, contentType: string): string {
  const mark = BOMS.find(([, bom]) => bom.every((byte, i) => bytes[i] === byte))?.[0];
  if (mark !== undefined) return decode(bytes, mark);
  const stated = [headerCharset(contentType), declaredCharset(bytes)].filter(
    (label) => label !== null,
  );
  const labels = stated.length === 0 ? ['utf-8'] : [...new Set(stated.toSorted(utf8First))];
  const errors: unknown[] = [];
  for (const label of labels) {
    try {
      return decode(bytes, label);
    } catch (error) {
      errors.push(error);
    }
  }
  const [first] = errors;
  throw first;
}

function decode(bytes: Uint8Array, label: string): string {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch (cause) {
    throw new CharsetError(`unknown charset "${label}"`, { cause });
  }
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new CharsetError(`the answer is not valid ${decoder.encoding}`, { cause });
  }
}

function utf8First(a: string, b: string): number {
  return Number(b === 'utf-8') - Number(a === 'utf-8');
}

function headerCharset(contentType: string): string | null {
  const [, label] = /;\s*charset\s*=\s*["']?([^"';\s]+)/i.exec(contentType) ?? [];
  return normal(label);
}

/** What the XML declaration or the `<meta>` of a page says, both within the first 1024 bytes. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const [, label] =
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/i.exec(head) ??
    /<meta[^>]+?charset\s*=\s*["']?([^"'\s/>]+)/i.exec(head) ??
    [];
  const found = normal(label);
  // A declaration that could be read byte by byte is not UTF-16, whatever it says.
  return found?.startsWith('utf-16') ? 'utf-8' : found;
}

function normal(label: string | undefined): string | null {
  if (label === undefined) return null;
  const name = label.trim().toLowerCase();
  return name === 'utf8' ? 'utf-8' : name;
}
