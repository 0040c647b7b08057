/**
 * The service worker: the frame of the site and its last seven days, at hand without a network. Sent as the text of this
 * one function (`src/integrations/offline.ts`), so it imports nothing at run time.
 */

/** What is kept. Paths are below the base; the second of a pair changes when the file does. */
export interface OfflinePlan {
  base: string;
  /** Changes when anything below does. */
  version: string;
  /** Without these the worker is not installed. */
  shell: readonly (readonly [path: string, revision: string])[];
  /** Pages of the last days and their JSON, from which single papers are drawn. */
  days: readonly (readonly [path: string, revision: string])[];
}

/** The parts of the worker's global scope that are used; the site's types are those of a page. */
interface Scope {
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}

interface WorkerEvent {
  request: Request;
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}

interface PaperRecord {
  id: string;
  title: string;
  abstract: string | null;
  authors: { name: string }[];
  links: { kind: string; url: string }[];
}

export function serviceWorker(plan: OfflinePlan): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types of a worker and of a page exclude each other
  const scope = globalThis as unknown as Scope;
  const { base, version, shell, days } = plan;
  const ours = `pulse ${base} `;
  const current = ours + version;
  const visited = `${ours}visited`;
  const assets = `${ours}assets`;
  /** Of pages that were opened, and of files that these loaded. */
  const most = 80;
  const patience = 4000;
  const planned = new Map([...shell, ...days]);
  const revisionHeader = 'x-revision';
  const urlOf = (path: string): string => location.origin + base + path;

  /** A copy that a page may be given: of one that was redirected the browser would refuse to show. */
  const copyOf = async (answer: Response, revision?: string): Promise<Response> => {
    const headers = new Headers({ 'content-type': answer.headers.get('content-type') ?? '' });
    if (revision !== undefined) headers.set(revisionHeader, revision);
    return new Response(await answer.blob(), { headers });
  };

  const store = async (path: string, revision: string): Promise<void> => {
    const cache = await caches.open(current);
    const url = urlOf(path);
    for (const name of await caches.keys()) {
      if (!name.startsWith(ours)) continue;
      const known = await (await caches.open(name)).match(url);
      if (known?.headers.get(revisionHeader) === revision) return cache.put(url, known);
    }
    const answer = await fetch(url, { cache: 'no-cache' });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return cache.put(url, await copyOf(answer, revision));
  };

  const install = async (): Promise<void> => {
    for (const [path, revision] of shell) await store(path, revision);
    // One after the other, behind what the reader does; a day that cannot be had is no reason to keep none.
    for (const [path, revision] of days) await store(path, revision).catch(() => null);
    await scope.skipWaiting();
  };

  const activate = async (): Promise<void> => {
    for (const name of await caches.keys()) {
      if (name.startsWith(ours) && ![current, visited, assets].includes(name))
        await caches.delete(name);
    }
    await scope.clients.claim();
  };

  const keep = async (path: string, answer: Response): Promise<void> => {
    const url = urlOf(path);
    if (planned.has(path)) {
      await (await caches.open(current)).put(url, await copyOf(answer));
      return;
    }
    const cache = await caches.open(path.startsWith('_astro/') ? assets : visited);
    await cache.delete(url); // so that it is the newest again
    await cache.put(url, await copyOf(answer));
    const keys = await cache.keys();
    for (const key of keys.slice(0, -most)) await cache.delete(key);
  };

  const kept = async (path: string): Promise<Response | undefined> => {
    for (const name of [current, visited, assets]) {
      const found = await (await caches.open(name)).match(urlOf(path));
      if (found) return found;
    }
    return undefined;
  };

  const escape = (text: string): string =>
    text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

  const linksOf = ({ id, links }: PaperRecord): string => {
    const found = [
      ['arXiv', `https://arxiv.org/abs/${id}`],
      ['PDF', `https://arxiv.org/pdf/${id}`],
      ...links.map(({ kind, url }) => [kind, url]),
    ].filter(([, url = '']) => /^https?:\/\//.test(url));
    return found
      .map(([name = '', url = '']) => `<a href="${escape(url)}">${escape(name)}</a>`)
      .join(' ');
  };

  /** A paper of the last days, drawn from the record of its day into the frame of the page for no network. */
  const drawPaper = async (id: string): Promise<Response | undefined> => {
    for (const [path] of days) {
      if (!path.endsWith('.json')) continue;
      const answer = await kept(path);
      if (!answer) continue;
      const { papers }: { papers: PaperRecord[] } = await answer.json();
      const paper = papers.find((one) => one.id === id);
      if (!paper) continue;
      const frame = await (await kept('offline/'))?.text();
      if (frame === undefined) return undefined;
      const note = /<p class="offline-note.*?<\/p>/s.exec(frame)?.[0] ?? '';
      const article =
        `<article class=paper lang=en><h1>${escape(paper.title)}</h1>` +
        `<p class=by>${escape(paper.authors.map(({ name }) => name).join(', '))}</p>` +
        `<p class=links>${linksOf(paper)}</p>` +
        `<p class=abs>${escape(paper.abstract ?? '')}</p></article>${note.replace(' hidden', '')}`;
      const page = frame
        .replace(/<title>.*?<\/title>/s, () => `<title>${escape(paper.title)}</title>`)
        .replace(/(<main[^>]*>).*?(<\/main>)/s, (_, open: string, close: string) => {
          return open + article + close;
        });
      return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
    }
    return undefined;
  };

  const withoutNetwork = async (path: string, isPage: boolean): Promise<Response | undefined> => {
    const found = await kept(path);
    if (found || !isPage) return found;
    const id = /^papers\/(.+)\/$/.exec(path)?.[1];
    return id === undefined ? undefined : drawPaper(decodeURIComponent(id));
  };

  const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

  /** The network first; what is kept when there is none, or when it takes long. */
  const answer = async (request: Request, path: string, isPage: boolean): Promise<Response> => {
    const asked = fetch(request).then((got) => {
      if (got.ok && isPage) void keep(path, got.clone()).catch(() => null); // a full disk
      return got;
    });
    const slow = wait(patience).then(() => kept(path));
    try {
      return (await Promise.race([asked, slow])) ?? (await asked);
    } catch (error) {
      const found = await withoutNetwork(path, isPage);
      if (found) return found;
      const page = request.mode === 'navigate' ? await kept('offline/') : undefined;
      if (page) return page;
      throw error;
    }
  };

  const asset = async (request: Request, path: string): Promise<Response> => {
    const known = await kept(path);
    if (known) return known;
    const got = await fetch(request);
    if (got.ok) void keep(path, got.clone()).catch(() => null); // a full disk
    return got;
  };

  scope.addEventListener('install', (event) => event.waitUntil(install()));
  scope.addEventListener('activate', (event) => event.waitUntil(activate()));
  scope.addEventListener('fetch', (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.origin !== location.origin) return;
    if (!url.pathname.startsWith(base)) return;
    const path = url.pathname.slice(base.length);
    const isPage = path === '' || path.endsWith('/');
    // A file whose name holds its hash never changes.
    if (path.startsWith('_astro/')) event.respondWith(asset(request, path));
    else if (isPage || planned.has(path)) event.respondWith(answer(request, path, isPage));
  });
}
