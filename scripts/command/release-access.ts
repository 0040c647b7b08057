import type { Environment } from '../../src/env/read-env.ts';
import type { ReleaseAccess } from '../../src/github/snapshot-releases.ts';
import { originOf, repositoryOf } from '../../src/github/origin.ts';
import { UsageError } from './usage-error.ts';

/**
 * Where this repository's releases are: `GITHUB_REPOSITORY`, else the remote `origin` of the checkout.
 * @throws {UsageError} when neither names a repository of GitHub
 */
export function releaseAccess(environment: Environment, remote = originOf): ReleaseAccess {
  const named = environment['GITHUB_REPOSITORY']?.trim() || repositoryOf(remote());
  if (!named)
    throw new UsageError(
      'No repository is known whose releases could be read: set GITHUB_REPOSITORY=owner/name, or run this in a clone of it.',
    );
  const api = environment['GITHUB_API_URL']?.trim() || 'https://api.github.com';
  return {
    api: api.replace(/\/+$/, ''),
    repository: named,
    token: environment['GITHUB_TOKEN']?.trim() || undefined,
  };
}
