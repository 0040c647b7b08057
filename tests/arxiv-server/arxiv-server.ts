/**
 * A local arXiv over HTTP: the API, the announcement feeds and OAI-PMH, answering as the real one would at the instant
 * its clock shows, with faults where a test asks for them.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import type { Answer } from './answer.ts';
import { answerApi } from './api-endpoint.ts';
import type { Fault } from './faults.ts';
import { answerFeed } from './feed-endpoint.ts';
import { answerOai } from './oai-endpoint.ts';
import { RequestLog, type Channel, type SeenRequest } from './request-log.ts';
import type { ServedPaper } from './served-paper.ts';
import { World } from './world.ts';

export interface ArxivServerOptions {
  papers: ServedPaper[];
  /** Milliseconds since the epoch; a test may share it with the client's clock. */
  clock: () => number;
  apiForm?: 'new' | 'legacy';
  oaiPageLimit?: number;
  unloadedMatches?: number;
}

interface Rule {
  channel: Channel | 'any';
  fault: Fault;
  when: (request: SeenRequest) => boolean;
}

export class ArxivServer {
  readonly log = new RequestLog();
  readonly apiUrl: string;
  readonly atomUrl: string;
  readonly rssUrl: string;
  readonly oaiUrl: string;
  apiForm: 'new' | 'legacy';
  private world: World;
  private rules: Rule[] = [];
  private readonly tokens = new Map<string, number>();
  private readonly options: ArxivServerOptions;
  private readonly stop: () => Promise<void>;

  constructor(options: ArxivServerOptions, origins: Origins, stop: () => Promise<void>) {
    this.apiUrl = `${origins.api}/api/query`;
    this.atomUrl = `${origins.feed}/atom`;
    this.rssUrl = `${origins.feed}/rss`;
    this.oaiUrl = `${origins.oai}/oai`;
    this.apiForm = options.apiForm ?? 'new';
    this.options = options;
    this.world = new World(options.papers);
    this.stop = stop;
  }

  /** From now on, answers of the channel that `when` selects fail in this way. */
  fail(channel: Channel | 'any', fault: Fault, when: Rule['when'] = () => true): void {
    this.rules.push({ channel, fault, when });
  }

  heal(): void {
    this.rules = [];
  }

  load(papers: ServedPaper[]): void {
    this.world = new World(papers);
  }

  close(): Promise<void> {
    return this.stop();
  }

  async handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(message.url ?? '/', this.apiUrl);
    const channel = channelOf(url.pathname);
    if (!channel) return send(response, { status: 404, type: 'text/plain', body: 'Not found\n' });
    const seen = this.log.begin({
      channel,
      url,
      at: this.options.clock(),
      userAgent: message.headers['user-agent'] ?? '',
      accept: message.headers.accept ?? '',
    });
    response.on('close', () => this.log.end());
    const fault = this.rules.find(
      (rule) => (rule.channel === channel || rule.channel === 'any') && rule.when(seen),
    )?.fault;
    const answer = this.answer(channel, url, fault);
    seen.status = answer.status;
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'wire') return fault.send(response, answer);
    if (fault?.kind === 'reset') return reset(response, answer);
    send(response, answer, fault?.kind === 'instead' ? fault.headers : {});
  }

  private answer(channel: Channel, url: URL, fault: Fault | undefined): Answer {
    if (fault?.kind === 'instead') return fault.answer;
    const distort = fault?.kind === 'entries' ? fault.distort : <T>(page: T[]): T[] => page;
    const now = this.options.clock();
    const answer = this.rightAnswer(channel, url, now, {
      form: this.apiForm,
      unloadedMatches: this.options.unloadedMatches ?? 0,
      pageLimit: this.options.oaiPageLimit ?? 1300,
      tokens: this.tokens,
      itemsOf: fault?.kind === 'stale' ? fault.itemsOf : null,
      distort,
    });
    return fault?.kind === 'change' ? fault.change(answer) : answer;
  }

  private rightAnswer(
    channel: Channel,
    url: URL,
    now: number,
    options: Parameters<typeof answerApi>[3] &
      Parameters<typeof answerFeed>[4] &
      Parameters<typeof answerOai>[3],
  ): Answer {
    if (channel === 'api') return answerApi(url.searchParams, this.world, now, options);
    if (channel === 'oai') return answerOai(url.searchParams, this.world, now, options);
    const [, form, asked = ''] = url.pathname.split('/');
    const which = form === 'rss' ? 'rss' : 'atom';
    return answerFeed(which, decodeURIComponent(asked), this.world, now, options);
  }
}

function channelOf(path: string): Channel | undefined {
  if (path === '/api/query') return 'api';
  if (path === '/oai') return 'oai';
  return /^\/(?:atom|rss)\/[^/]+$/.test(path) ? 'feed' : undefined;
}

function send(
  response: ServerResponse,
  answer: Answer,
  headers: Record<string, string> = {},
): void {
  const etag = `"${createHash('sha256').update(answer.body).digest('hex').slice(0, 32)}"`;
  response.writeHead(answer.status, {
    'content-type': answer.type,
    'content-length': Buffer.byteLength(answer.body),
    ...(answer.status === 200 ? { etag } : {}),
    ...headers,
  });
  response.end(answer.body);
}

function reset(response: ServerResponse, answer: Answer): void {
  const bytes = Buffer.from(answer.body);
  response.writeHead(answer.status, {
    'content-type': answer.type,
    'content-length': bytes.length,
  });
  response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.resetAndDestroy());
}

type Origins = Record<Channel, string>;

/** Starts it on free ports of 127.0.0.1: three hosts, as arXiv has them. */
export async function startArxivServer(options: ArxivServerOptions): Promise<ArxivServer> {
  const listen = async () => {
    const http = createServer((message, response) => {
      // an unexpected error must not look like an arXiv answer
      server.handle(message, response).catch((error: unknown) => {
        console.error(error);
        response.destroy();
      });
    });
    await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
    const { port } = http.address() as AddressInfo;
    return { http, origin: `http://127.0.0.1:${port}` };
  };
  const [api, feed, oai] = [await listen(), await listen(), await listen()];
  const stop = async (): Promise<void> => {
    await Promise.all([api, feed, oai].map(({ http }) => close(http)));
  };
  const origins = { api: api.origin, feed: feed.origin, oai: oai.origin };
  const server = new ArxivServer(options, origins, stop);
  return server;
}

function close(http: Server): Promise<void> {
  return new Promise((done) => {
    http.close(() => done());
    http.closeAllConnections();
  });
}
