/** What the local arXiv saw of its visitor, so that a test can assert politeness. */
export type Channel = 'api' | 'feed' | 'oai';

export interface SeenRequest {
  channel: Channel;
  /** The n-th request of this channel since the log was cleared, from 1. */
  n: number;
  url: URL;
  /** When it began, by the server's clock, in milliseconds. */
  at: number;
  userAgent: string;
  accept: string;
  /** The status that was answered; 0 while none was. */
  status: number;
}

export class RequestLog {
  seen: SeenRequest[] = [];
  /** The most requests that were open at one time. */
  mostOpen = 0;
  private open = 0;

  begin(request: Omit<SeenRequest, 'n' | 'status'>): SeenRequest {
    const n = this.of(request.channel).length + 1;
    const seen = { ...request, n, status: 0 };
    this.seen.push(seen);
    this.open += 1;
    this.mostOpen = Math.max(this.mostOpen, this.open);
    return seen;
  }

  end(): void {
    this.open -= 1;
  }

  of(channel: Channel): SeenRequest[] {
    return this.seen.filter((request) => request.channel === channel);
  }

  /** The shortest time between two request starts, in milliseconds of the server's clock. */
  shortestGap(): number {
    const gaps = this.seen.slice(1).map((request, i) => request.at - (this.seen[i]?.at ?? 0));
    return Math.min(Infinity, ...gaps);
  }

  clear(): void {
    this.seen = [];
    this.mostOpen = this.open;
  }
}
