import { z } from 'astro/zod';
import { originOf, repositoryOf } from '../github/origin.ts';
import { HttpFailure } from '../http/http-failure.ts';
import type { Check, DoctorContext } from './context.ts';
import { note, ok, problem, warning, type Finding } from './finding.ts';

const repositorySchema = z.looseObject({
  default_branch: z.string(),
  has_issues: z.boolean(),
  has_pages: z.boolean(),
  archived: z.boolean(),
});
const workflowSchema = z.looseObject({ state: z.string() });
const pagesSchema = z.looseObject({ build_type: z.string().nullable() });

/** The branch that the workflows are written for. */
const BRANCH = 'main';

/** What of the repository's settings on GitHub can be read: of a public one without a token, all but how Pages builds. */
export const checkRepository: Check = {
  name: 'repository',
  async look(context) {
    const { root, environment, client, offline } = context;
    if (offline || client === null) return [];
    const origin = originOf(root);
    const named =
      environment['GITHUB_REPOSITORY']?.trim() || (/github/i.test(origin) && repositoryOf(origin));
    if (!named)
      return [
        note(
          'No repository on GitHub is known here; its settings were not looked at.',
          'git remote origin, GITHUB_REPOSITORY',
          'Nothing, unless the site is built by GitHub Actions: then set GITHUB_REPOSITORY=owner/name.',
        ),
      ];
    const ask = asker(context, named);
    const repository = await ask('', repositorySchema);
    if (typeof repository === 'string')
      return [
        note(
          `The settings of ${named} cannot be read: ${repository}`,
          `https://github.com/${named}`,
          'Set GITHUB_TOKEN when the repository is private.',
        ),
      ];
    const found = [
      ...ofRepository(repository, named, environment['DEPLOY'] === 'none'),
      ...ofWorkflow(await ask('/actions/workflows/daily.yml', workflowSchema), named),
      ...(repository.has_pages ? ofPages(await ask('/pages', pagesSchema), named) : []),
    ];
    return found.length > 0 ? found : [ok(`${named} is set up as the workflows need it.`, named)];
  },
};

type Ask = <T>(path: string, schema: z.ZodType<T>) => Promise<T | string>;

/** A setting, or why it cannot be read. */
function asker({ client, config, environment }: DoctorContext, repository: string): Ask {
  const api = (
    environment['GITHUB_API_URL']?.trim() ||
    config?.endpoints.github_api_url ||
    'https://api.github.com'
  ).replace(/\/+$/, '');
  const token = environment['GITHUB_TOKEN']?.trim();
  return async (path, schema) => {
    const url = `${api}/repos/${repository}${path}`;
    try {
      const answer = await client?.get(url, {
        accept: 'application/vnd.github+json',
        retry: false,
        deadlineMs: 20_000,
        headers: token ? { authorization: `Bearer ${token}` } : {},
      });
      const read = schema.safeParse(JSON.parse(answer?.body ?? ''));
      return read.success ? read.data : `${url} answers in another form than GitHub does.`;
    } catch (error) {
      if (error instanceof HttpFailure) return error.message;
      if (error instanceof SyntaxError) return `${url} does not answer with JSON.`;
      throw error;
    }
  };
}

function ofRepository(
  { default_branch, has_issues, has_pages, archived }: z.output<typeof repositorySchema>,
  named: string,
  isElsewhere: boolean,
): Finding[] {
  const settings = `https://github.com/${named}/settings`;
  const found: Finding[] = [];
  if (archived)
    found.push(problem('The repository is archived: no workflow runs.', settings, 'Unarchive it.'));
  if (default_branch !== BRANCH)
    found.push(
      warning(
        `The default branch is ${default_branch}: schedules run there, and the workflows commit to ${BRANCH}.`,
        `${settings}/branches`,
        `Make ${BRANCH} the default branch.`,
      ),
    );
  if (!has_issues)
    found.push(
      warning(
        'Issues are switched off: nobody is told when the record needs a look.',
        `${settings}#features`,
        'Switch Issues on.',
      ),
    );
  if (!has_pages && !isElsewhere)
    found.push(
      note(
        'GitHub Pages is not switched on.',
        `${settings}/pages`,
        'Settings → Pages → Source: GitHub Actions. When the site is deployed elsewhere, set the variable DEPLOY=none.',
      ),
    );
  return found;
}

function ofWorkflow(workflow: z.output<typeof workflowSchema> | string, named: string): Finding[] {
  const where = `https://github.com/${named}/actions/workflows/daily.yml`;
  if (typeof workflow === 'string')
    return [
      warning(
        `GitHub knows no daily workflow there: ${workflow}`,
        where,
        'In a fork, open the tab Actions once and enable workflows.',
      ),
    ];
  if (workflow.state === 'active') return [];
  const why = workflow.state === 'disabled_inactivity' ? ', after 60 days without a commit' : '';
  return [
    problem(
      `The daily workflow is switched off (${workflow.state}${why}).`,
      where,
      'Actions → Daily → Enable workflow, then Run workflow.',
    ),
  ];
}

function ofPages(pages: z.output<typeof pagesSchema> | string, named: string): Finding[] {
  const where = `https://github.com/${named}/settings/pages`;
  if (typeof pages === 'string')
    return [
      note(
        'How Pages is built cannot be read without a token.',
        where,
        'Source must be “GitHub Actions”; the workflow “Daily” says so in its summary when it is not.',
      ),
    ];
  if (pages.build_type === 'workflow') return [];
  return [
    problem(
      'Pages is built from a branch, and not by the workflow.',
      where,
      'Settings → Pages → Source: GitHub Actions.',
    ),
  ];
}
