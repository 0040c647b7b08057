/** One machine-written sentence a paper in both languages: off unless switched on, and bounded in number and time. */
import type { Paper } from '../paper.ts';
import { HttpFailure } from '../http/http-failure.ts';
import { askModel, SummaryError, type ModelAccess } from '../sources/summaries/ask-model.ts';
import type { RunContext, Source, SourceOutcome } from './source.ts';

/** Milliseconds of a clock that never goes back. */
export type Watch = () => number;

/** @param watch what the limit of seconds is measured by */
export function summariesWith(watch: Watch): Source {
  return { name: 'summaries', run: (context) => run(context, watch) };
}

export const summariesSource: Source = summariesWith(() => performance.now());

/** Announcement days that are looked through for papers without a sentence. */
const DAYS = 5;
/** Answers in a row that are no sentences, after which the model is left alone. */
const BAD_IN_A_ROW = 3;

async function run(context: RunContext, watch: Watch): Promise<SourceOutcome> {
  const { config, env, client, archive, today, log } = context;
  if (!config.summaries.enabled) return { state: 'quiet', answered: true };
  // once a day: a rerun of the same day asks nothing and changes nothing
  const asked = `asked=${today}`;
  if (context.known?.cursor === asked)
    return { state: context.known.state, answered: context.known.state !== 'failing' };
  const access = accessOf(env);
  if (access === null) {
    const message =
      'summaries are switched on in config.yaml, but LLM_BASE_URL or LLM_MODEL is not set';
    return { state: 'failing', answered: false, problems: [{ message }] };
  }
  const { max_per_run, max_seconds } = config.summaries;
  const end = watch() + max_seconds * 1000;
  const problems: { message: string }[] = [];
  let [updated, bad] = [0, 0];
  for (const paper of papersWithout(context, max_per_run)) {
    const left = end - watch();
    if (left <= 0 || bad >= BAD_IN_A_ROW) break;
    try {
      const sentences = await askModel(paper, access, client, Math.min(Math.ceil(left), 60_000));
      archive.put([{ ...paper, summary: { ...sentences, model: access.model, as_of: today } }]);
      updated += 1;
      bad = 0;
      log.progress(`summaries: ${updated} written`);
    } catch (error) {
      if (error instanceof HttpFailure) {
        problems.push({ message: error.message });
        break;
      }
      if (!(error instanceof SummaryError)) throw error;
      problems.push({ message: `${paper.id}: ${error.message}` });
      bad += 1;
    }
  }
  log.progress(null);
  const isFailing = problems.length > 0 && updated === 0;
  return {
    state: isFailing ? 'failing' : updated > 0 ? 'new' : 'quiet',
    answered: !isFailing,
    merged: { added: 0, updated, unchanged: 0 },
    ...(updated > 0 ? { cursor: asked } : {}),
    problems,
  };
}

function accessOf(env: RunContext['env']): ModelAccess | null {
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: key } = env;
  if (baseUrl === null || model === null) return null;
  return { baseUrl: baseUrl.replace(/\/+$/, ''), model, key };
}

/** The newest papers without a sentence, whole days from the newest back. */
function papersWithout({ archive }: RunContext, most: number): (Paper & { abstract: string })[] {
  const days = archive.snapshot
    .shards()
    .map(({ key }) => key)
    .slice(-DAYS)
    .toReversed();
  const announced = new Set([...days, ...archive.changed().map((paper) => paper.announced)]);
  const newest = [...announced].sort().toReversed().slice(0, DAYS);
  return newest
    .flatMap((day) => archive.papersOf(day))
    .filter(
      (paper): paper is Paper & { abstract: string } =>
        paper.abstract !== null && !paper.summary && !paper.withdrawn,
    )
    .slice(0, most);
}
