/** The part of Pagefind's browser API that is used; the module itself is loaded from the newest period's folder. */
export interface PagefindResultData {
  url: string;
  /** HTML-escaped text with `<mark>` around what matched. */
  excerpt: string;
  /** The opening of the text, as it stands. */
  content: string;
  meta: Record<string, string>;
}

export interface PagefindResult {
  id: string;
  score: number;
  data(): Promise<PagefindResultData>;
}

export interface PagefindResponse {
  results: PagefindResult[];
  filters: Record<string, Record<string, number>>;
}

export interface PagefindQuery {
  filters?: Record<string, string | string[]>;
  sort?: Record<string, 'asc' | 'desc'>;
}

/** How much a word counts where it stands: by metadata field; words of the body count 1. */
export interface PagefindRanking {
  metaWeights: Record<string, number>;
}

export interface PagefindInstance {
  init(): Promise<void>;
  mergeIndex(
    path: string,
    options?: {
      language?: string;
      metaCacheTag?: string;
      indexWeight?: number;
      ranking?: PagefindRanking;
    },
  ): Promise<void>;
  /** Loads what a search needs of the index; a part that cannot be had is left out without a word. */
  preload(term: string | null, query?: PagefindQuery): Promise<void>;
  search(term: string | null, query?: PagefindQuery): Promise<PagefindResponse>;
}

export interface PagefindModule {
  createInstance(options: {
    basePath: string;
    baseUrl: string;
    language?: string;
    excerptLength?: number;
    metaCacheTag?: string;
    ranking?: PagefindRanking;
  }): PagefindInstance;
}
