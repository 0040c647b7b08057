/**
 * The environment in which git pushes. The token reaches git by its environment alone: an argument would show in the
 * list of processes, a configuration file would outlive the run.
 * https://git-scm.com/docs/git-config#ENVIRONMENT
 */
export interface PushEnvironment {
  env: NodeJS.ProcessEnv;
  /** What must not stand in a message. */
  secrets: string[];
}

/**
 * @param environment may hold `PUSH_TOKEN`, and `GITHUB_SERVER_URL` as the host that it is for
 * @returns what git is given; without a token, git's own credentials are used
 */
export function pushEnvironment(environment: NodeJS.ProcessEnv): PushEnvironment {
  const { PUSH_TOKEN: token, ...env } = environment;
  // elsewhere git knows who commits
  const identity = env['GITHUB_ACTIONS'] === 'true' ? BOT : {};
  if (!token) return { env: { ...identity, ...env }, secrets: [] };
  const server = (env['GITHUB_SERVER_URL'] ?? 'https://github.com').replace(/\/+$/, '');
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  const count = Number(env['GIT_CONFIG_COUNT'] ?? 0);
  return {
    env: {
      ...identity,
      ...env,
      GIT_CONFIG_COUNT: String(count + 1),
      // for this host only: no redirect and no other remote gets to see it
      [`GIT_CONFIG_KEY_${count}`]: `http.${server}/.extraheader`,
      [`GIT_CONFIG_VALUE_${count}`]: `AUTHORIZATION: basic ${basic}`,
    },
    secrets: [token, basic],
  };
}

/** The account under whose name a workflow commits. */
const name = 'github-actions[bot]';
const email = '41898282+github-actions[bot]@users.noreply.github.com';
const BOT = {
  GIT_AUTHOR_NAME: name,
  GIT_AUTHOR_EMAIL: email,
  GIT_COMMITTER_NAME: name,
  GIT_COMMITTER_EMAIL: email,
};
