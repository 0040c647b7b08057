/** Over TLS, with a certificate made for the test; skipped where there is no openssl to make one. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { document, listen, redirect } from './fixtures/local-server.ts';
import { failureOf, quickClient } from './fixtures/test-client.ts';

const pair = makeCertificate();
const usual = getCACertificates('default');
if (!pair) console.warn('Skipped: no openssl to make a certificate with.');

describe.skipIf(!pair)('over TLS', () => {
  const serveTls = (listener: RequestListener) => {
    const server = createServer({ ...pair }, listener);
    return listen(server, () => server.closeAllConnections(), 'https');
  };
  const trust = () => setDefaultCACertificates([...usual, pair?.cert ?? '']);
  const accept = '*/*';

  afterEach(() => setDefaultCACertificates(usual));

  it('a certificate that nobody vouches for is refused, and not asked again', async () => {
    await using server = await serveTls(document('<feed/>'));
    const failure = await failureOf(quickClient().get(server.url, { accept }));
    expect(failure).toMatchObject({
      kind: 'network',
      tries: 1,
      what: expect.stringContaining('no secure connection (self-signed certificate'),
    });
  });

  it('a trusted one is read, by the address that the guard has judged', async () => {
    trust();
    await using server = await serveTls(document('<feed/>'));
    const client = quickClient({ allowHosts: [server.host] });
    expect((await client.get(server.url, { accept, publicOnly: true })).body).toBe('<feed/>');
  });

  it('a certificate of another name is refused', async () => {
    trust();
    await using server = await serveTls(document('<feed/>'));
    const lookup = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
    const url = server.url.replace('127.0.0.1', 'feeds.example');
    const failure = await failureOf(quickClient({}, { lookup }).get(url, { accept }));
    expect(failure).toMatchObject({ kind: 'network', tries: 1 });
    expect(failure.what).toContain('no secure connection');
  });

  it('a redirect to plain http is not followed', async () => {
    trust();
    await using server = await serveTls(redirect('http://127.0.0.1:9/'));
    const client = quickClient({ allowHosts: ['127.0.0.1'] });
    expect((await failureOf(client.get(server.url, { accept }))).kind).toBe('redirect');
  });

  it('a name that resolves to this machine is refused before a word is said', async () => {
    trust();
    let asked = 0;
    await using server = await serveTls(() => (asked += 1));
    const lookup = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
    const url = server.url.replace('127.0.0.1', 'feeds.example');
    const failure = await failureOf(
      quickClient({}, { lookup }).get(url, { accept, publicOnly: true }),
    );
    expect(failure.kind).toBe('private-address');
    expect(asked).toBe(0);
  });
});

function makeCertificate(): { key: string; cert: string } | null {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
        '-subj',
        '/CN=test',
        '-addext',
        'subjectAltName=IP:127.0.0.1',
        '-keyout',
        key,
        '-out',
        cert,
      ],
      { stdio: 'ignore' },
    );
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
