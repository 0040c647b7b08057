import type { Config } from '../config/config.ts';

/** Where the repository is: as config says, or as the workflow that builds the site knows; `null` when neither does. */
export function repositoryUrl(
  { repository }: Config['site'],
  { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name }: NodeJS.ProcessEnv = process.env,
): string | null {
  if (repository !== undefined) return repository.replace(/\/+$/, '');
  return server && name ? `${server}/${name}` : null;
}
