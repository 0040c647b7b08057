import { describe, expect, it } from 'vitest';
import { clock } from './clock.ts';
import { EnvError } from './env-error.ts';
import { loadEnvironment } from './load-environment.ts';
import { readEnv, secretsOf } from './read-env.ts';
import { unknownVariables } from './unknown-variables.ts';
import type { Variable } from './variable.ts';
import { VARIABLES, variableNames } from './variables.ts';

describe('readEnv', () => {
  it('gives every variable its fallback where nothing is set', () => {
    expect(readEnv({})).toMatchObject({
      AUTO_FETCH_ENABLED: true,
      AUTO_FETCH_MAX_RESULTS: null,
      ARXIV_MIN_INTERVAL_MS: 3000,
      LOG_LEVEL: 'info',
      NOW: null,
      GITHUB_TOKEN: null,
    });
  });

  it('takes an empty text for not set, as GitHub Actions passes it', () => {
    const empty = Object.fromEntries(variableNames.map((name) => [name, ' ']));
    expect(readEnv(empty)).toEqual(readEnv({}));
  });

  it('gives typed values', () => {
    const env = readEnv({
      AUTO_FETCH_ENABLED: 'False',
      AUTO_FETCH_SCHEDULE: '0  2 * * *',
      AUTO_FETCH_MAX_RESULTS: '100',
      LOG_LEVEL: 'WARN',
      DATABASE_URL: 'sqlite:///papers.db',
      SITE_URL: 'https://example.org/',
      BASE_PATH: 'embodied-pulse/',
      ARXIV_API_URL: 'http://127.0.0.1:8080/api/query',
      ARXIV_MIN_INTERVAL_MS: '0',
      NOW: '2026-11-23T06:17:00.5+08:00',
      LLM_BASE_URL: 'http://localhost:11434/v1/',
      OTHER: 'x',
    });
    expect(env).toMatchObject({
      AUTO_FETCH_ENABLED: false,
      AUTO_FETCH_SCHEDULE: '0 2 * * *',
      AUTO_FETCH_MAX_RESULTS: 100,
      LOG_LEVEL: 'warn',
      DATABASE_URL: 'sqlite:///papers.db',
      SITE_URL: 'https://example.org',
      BASE_PATH: '/embodied-pulse',
      ARXIV_API_URL: 'http://127.0.0.1:8080/api/query',
      ARXIV_MIN_INTERVAL_MS: 0,
      NOW: '2026-11-22T22:17:00Z',
      LLM_BASE_URL: 'http://localhost:11434/v1',
    });
    expect(env).not.toHaveProperty('OTHER');
  });

  it('names every variable that cannot be read, what was expected and an example', () => {
    const bad = {
      AUTO_FETCH_ENABLED: 'maybe',
      AUTO_FETCH_MAX_RESULTS: '-1',
      AUTO_FETCH_SCHEDULE: 'daily',
      ARXIV_MIN_INTERVAL_MS: '3s',
      LOG_LEVEL: 'loud',
      NOW: '2026-02-30',
      SITE_URL: 'example.org',
      BASE_PATH: '/a b',
      ARXIV_API_URL: 'https://user:pw@example.org/',
      GITHUB_TOKEN: 'two words',
    };
    let error: unknown;
    try {
      readEnv(bad);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(EnvError);
    expect(error).toMatchObject({ exitCode: 2 });
    expect(error instanceof Error ? error.message : '').toMatchInlineSnapshot(`
      "10 environment variables cannot be read (set in the shell, in .env or in the workflow):
        AUTO_FETCH_ENABLED: expected true or false, found "maybe"; for example AUTO_FETCH_ENABLED=false
        AUTO_FETCH_SCHEDULE: expected a cron expression of five fields such as 17 6 * * *, found "daily"; for example AUTO_FETCH_SCHEDULE=0 2 * * *
        AUTO_FETCH_MAX_RESULTS: expected a whole number from 1 to 1000000, found "-1"; for example AUTO_FETCH_MAX_RESULTS=500
        LOG_LEVEL: expected one of debug, info, warn, error, found "loud"; for example LOG_LEVEL=debug
        SITE_URL: expected an http(s) address without user name, query or fragment, found "example.org"; for example SITE_URL=https://example.org/embodied-pulse
        BASE_PATH: expected a path of letters, digits, \`-\`, \`_\`, \`.\` and \`~\`, such as /embodied-pulse, found "/a b"; for example BASE_PATH=/embodied-pulse
        ARXIV_API_URL: expected an http(s) address without user name, query or fragment, found "https://***@example.org/"; for example ARXIV_API_URL=https://export.arxiv.org/api/query
        ARXIV_MIN_INTERVAL_MS: expected a whole number from 0 to 600000, found "3s"; for example ARXIV_MIN_INTERVAL_MS=3000
        NOW: expected an ISO 8601 instant such as 2026-11-23T06:17:00Z, found "2026-02-30"; for example NOW=2026-11-23T06:17:00Z
        GITHUB_TOKEN: expected a key without spaces, found something else; for example GITHUB_TOKEN=ghp_…"
    `);
  });

  it('does not tell what a secret held', () => {
    expect(() => readEnv({ S2_API_KEY: 'my secret' })).toThrow(/found something else/);
    expect(() => readEnv({ S2_API_KEY: 'my secret' })).not.toThrow(/my secret/);
  });

  it('knows the values that no log may tell', () => {
    const env = readEnv({ GITHUB_TOKEN: 'ghp_1', LLM_API_KEY: 'sk-2', LLM_MODEL: 'm' });
    expect(secretsOf(env)).toEqual(['ghp_1', 'sk-2']);
  });

  it.each(['/', '', '//', '.', '..', '/a/../b', '/a?b', '/a#b', '/ü'])(
    'base path %j is the root or refused',
    (path) => {
      if (/^\/*$/.test(path)) expect(readEnv({ BASE_PATH: path }).BASE_PATH ?? '/').toBe('/');
      else expect(() => readEnv({ BASE_PATH: path })).toThrow(EnvError);
    },
  );
});

describe('the table', () => {
  const rows = variableNames.map((name): [string, Variable<unknown>] => [name, VARIABLES[name]]);

  it('has the variables that the earlier product, the sources and the optional keys need', () => {
    expect([...variableNames].toSorted()).toEqual([
      'ARXIV_API_URL', 'ARXIV_FEED_URL', 'ARXIV_MIN_INTERVAL_MS', 'ARXIV_OAI_URL', 'AUTO_FETCH_ENABLED',
      'AUTO_FETCH_MAX_RESULTS', 'AUTO_FETCH_SCHEDULE', 'BACKUPS_DIR', 'BASE_PATH', 'CACHE_DIR', 'CONFIG_FILE',
      'DATABASE_URL', 'DATA_DIR', 'DEPLOY', 'GITHUB_API_URL', 'GITHUB_TOKEN', 'GREENHOUSE_URL', 'HUGGINGFACE_URL',
      'LEVER_URL', 'LLM_API_KEY', 'LLM_BASE_URL', 'LLM_MODEL', 'LOG_LEVEL', 'NOW', 'OUT_DIR', 'PORT', 'S2_API_KEY',
      'SEMANTIC_SCHOLAR_URL', 'SITE_URL',
    ]);
  }); // prettier-ignore

  it.each(rows)('%s is explained in both languages, and its example can be read', (_, row) => {
    expect(row.meaning.en).toMatch(/^[A-Z].*\.$/);
    expect(row.meaning.zh).toMatch(/\p{Script=Han}.*。$/u);
    expect(row.otherwise.en).not.toBe('');
    expect(row.otherwise.zh).not.toBe('');
    if (!row.example.includes('…')) expect(() => row.parse(row.example)).not.toThrow();
  });
});

describe('unknownVariables', () => {
  it('warns of AUTO_FETCH_ names that nothing reads, with the one that is meant', () => {
    expect(
      unknownVariables({
        AUTO_FETCH_ENABLE: 'true',
        AUTO_FETCH_CATEGORIES: 'x',
        AUTO_FETCH_ENABLED: 'true',
        PATH: '/bin',
      }),
    ).toEqual([
      'AUTO_FETCH_CATEGORIES is set, but nothing reads it',
      'AUTO_FETCH_ENABLE is set, but nothing reads it; AUTO_FETCH_ENABLED is meant?',
    ]);
    expect(unknownVariables({})).toEqual([]);
  });
});

describe('loadEnvironment', () => {
  it('reads .env, over which the process wins unless it is empty there', () => {
    const file = '# keys\nLOG_LEVEL=debug\nexport S2_API_KEY="a b" # quoted\nLLM_MODEL=small\n';
    const env = loadEnvironment('.env', { LOG_LEVEL: 'warn', LLM_MODEL: '' }, () => file);
    expect(env).toEqual({ LOG_LEVEL: 'warn', S2_API_KEY: 'a b', LLM_MODEL: 'small' });
  });

  it('does without the file', () => {
    expect(loadEnvironment('/nonexistent/.env', { A: '1' })).toEqual({ A: '1' });
  });

  it('does not hide that the file cannot be read', () => {
    expect(() => loadEnvironment('.', {})).toThrow(/EISDIR/);
  });
});

describe('clock', () => {
  it('is the clock, to the second, unless NOW stands in', () => {
    expect(clock({ NOW: null }, () => Date.parse('2026-11-23T06:17:00.999Z'))).toBe(
      '2026-11-23T06:17:00Z',
    );
    expect(clock({ NOW: '2026-01-01T00:00:00Z' }, () => 0)).toBe('2026-01-01T00:00:00Z');
  });
});
