/**
 * Fetches a file and tells how far it is, between 0 and 1. The length that a server states for a compressed answer is
 * that of the compressed bytes, so that the share is only a guide.
 * @throws when the file cannot be had
 */
export async function loadFile(
  url: string,
  tell: (share: number) => void,
  get: typeof fetch = fetch,
): Promise<Uint8Array> {
  const answer = await get(url);
  if (!answer.ok || !answer.body) throw new Error(`[GET] "${url}": ${answer.status}`);
  const total = Number(answer.headers.get('content-length') ?? 0);
  const parts: Uint8Array[] = [];
  let received = 0;
  for (const reader = answer.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    received += value.byteLength;
    if (total > 0) tell(Math.min(1, received / total));
  }
  const bytes = new Uint8Array(received);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}
