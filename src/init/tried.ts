import type { Config } from '../config/config.ts';
import type { Day, Paper } from '../paper.ts';
import { assess } from '../tune/assess.ts';

/** What a config makes of the recent days of an archive. */
export interface Tried {
  /** Papers looked at, and those of them whose abstract is not known. */
  papers: number;
  withoutAbstract: number;
  from: Day | null;
  to: Day | null;
  kept: number;
  topics: { id: string; name: string; papers: number; example: string | null }[];
}

/** @param papers of the recent days, the newest last */
export function tryConfig(config: Config, papers: readonly Paper[]): Tried {
  const { topics, kept } = assess(config, papers);
  return {
    papers: papers.length,
    withoutAbstract: papers.filter(({ abstract }) => abstract === null).length,
    from: papers[0]?.announced ?? null,
    to: papers.at(-1)?.announced ?? null,
    kept: kept.size,
    topics: [...topics.values()].map(({ topic, members }) => ({
      id: topic.id,
      name: topic.name[config.site.language],
      papers: members.size,
      example: papers[[...members.keys()].at(-1) ?? -1]?.title ?? null,
    })),
  };
}
