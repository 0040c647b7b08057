/** What a caller may ask of one request. */
export interface RequestOptions {
  /** The `Accept` header. Always stated: arXiv's edge answers 406 to clients that leave it out. */
  accept: string;
  /** Content types that may come. Another one is a `bad-type` failure, tried again like a throttled answer. */
  expect?: RegExp;
  /** Bytes of the decompressed body. Default 24 MB. */
  maxBytes?: number;
  /** For headers and body of each single request. Default 60 s. */
  deadlineMs?: number;
  /**
   * What shares one connection and one interval: `'arxiv'` for arXiv's hosts (theirs by default), another name, or
   * `null` for none. Default: the host.
   */
  gate?: string | null;
  /** From the last answer: the server may say 304. */
  conditional?: { etag?: string | null; lastModified?: string | null };
  /** How many redirects are followed. Default 3. */
  redirects?: number;
  /** Tries in all when the failure may pass: `true` is five, `false` one. Default `true`. */
  retry?: boolean | number;
  /** https only, and no private address, from the first hop. Later hops to other hosts are always held to that. */
  publicOnly?: boolean;
  /** Further headers, such as a token. Not sent on to another origin. */
  headers?: Readonly<Record<string, string>>;
  /** Looks at the text of a complete answer: what is wrong with it, or `null`. A complaint is a `bad-type` failure. */
  complaint?: (body: string) => string | null;
}

/** A usable answer. */
export interface HttpResponse<Body = string> {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** Empty when `notModified`. */
  body: Body;
  /** Where it came from, after redirects. */
  url: string;
  /** 304: what the caller has is still right. */
  notModified: boolean;
}

/** Defaults filled in. */
export type Wanted = RequestOptions &
  Required<Pick<RequestOptions, 'maxBytes' | 'deadlineMs' | 'redirects'>>;

export interface Outgoing {
  method: 'GET' | 'POST';
  body: string | null;
  /** Beside those of every request. */
  headers: Readonly<Record<string, string>>;
}

// While a body is put together it is held twice, and some is read ahead: 64 MB are never passed.
const DEFAULT_MAX_BYTES = 24 * 1024 * 1024;
const DEFAULT_DEADLINE_MS = 60_000;
const DEFAULT_REDIRECTS = 3;
const DEFAULT_TRIES = 5;

export function withDefaults(options: RequestOptions): Wanted {
  return {
    maxBytes: DEFAULT_MAX_BYTES,
    deadlineMs: DEFAULT_DEADLINE_MS,
    redirects: DEFAULT_REDIRECTS,
    ...options,
  };
}

/** `retry` as a number of tries. */
export function triesOf(retry: boolean | number | undefined): number {
  if (typeof retry === 'number') return Math.max(1, Math.floor(retry));
  return retry === false ? 1 : DEFAULT_TRIES;
}
