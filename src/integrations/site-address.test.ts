import { describe, expect, it } from 'vitest';
import { siteAddress } from './site-address.ts';

const actions = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'Ada/robot-daily' };
const netlify = { NETLIFY: 'true', URL: 'https://daily.netlify.app', CONTEXT: 'production' };

describe('siteAddress', () => {
  it('puts a project repository below its owner’s Pages site', () => {
    expect(siteAddress(actions)).toMatchObject({
      site: 'https://ada.github.io',
      base: '/robot-daily/',
    });
  });

  it('puts owner/owner.github.io at the root, whatever its capitals', () => {
    const env = { ...actions, GITHUB_REPOSITORY: 'Ada/Ada.github.io' };
    expect(siteAddress(env)).toMatchObject({ site: 'https://ada.github.io', base: '/' });
  });

  it('ignores GITHUB_REPOSITORY outside of Actions', () => {
    expect(siteAddress({ GITHUB_REPOSITORY: 'ada/daily' }).site).toBe('http://localhost:4321');
  });

  it('serves a custom domain named in public/CNAME from the root', () => {
    expect(siteAddress(actions, { cname: 'papers.example.org\n' })).toMatchObject({
      site: 'https://papers.example.org',
      base: '/',
    });
  });

  it('takes Netlify’s address in production', () => {
    expect(siteAddress(netlify)).toMatchObject({ site: 'https://daily.netlify.app', base: '/' });
  });

  it('takes a deploy preview’s own address, even when config names the production one', () => {
    const env = {
      ...netlify,
      CONTEXT: 'deploy-preview',
      DEPLOY_PRIME_URL: 'https://deploy-preview-7--daily.netlify.app',
    };
    const hints = { config: { url: 'https://papers.example.org' } };
    expect(siteAddress(env, hints).site).toBe('https://deploy-preview-7--daily.netlify.app');
  });

  it('lets config win over what the host says, and SITE_URL over config', () => {
    const hints = { config: { url: 'https://example.org/papers' } };
    expect(siteAddress(actions, hints)).toMatchObject({
      site: 'https://example.org',
      base: '/papers/',
    });
    const env = { ...actions, SITE_URL: 'https://mirror.example.net/' };
    expect(siteAddress(env, hints)).toMatchObject({
      site: 'https://mirror.example.net',
      base: '/',
    });
  });

  it('lets BASE_PATH, then site.base, replace the path alone', () => {
    const hints = { config: { base: '/from-config' } };
    expect(siteAddress(actions, hints).base).toBe('/from-config/');
    expect(siteAddress({ ...actions, BASE_PATH: 'from-env' }, hints).base).toBe('/from-env/');
  });

  it('counts an empty variable as not set', () => {
    expect(siteAddress({ ...actions, SITE_URL: '', BASE_PATH: ' ' }).base).toBe('/robot-daily/');
  });

  it.each(['example.org', 'ftp://example.org', 'javascript:alert(1)'])(
    'refuses %s as an address',
    (url) => {
      expect(() => siteAddress({ SITE_URL: url })).toThrow(/SITE_URL.*expected/s);
    },
  );

  it('refuses a base that is an address or holds a query', () => {
    expect(() => siteAddress({ BASE_PATH: 'https://example.org/x' })).toThrow(/not a base path/);
    expect(() => siteAddress({ BASE_PATH: '/x?y' })).toThrow(/not a base path/);
  });
});
