/** Where the site will be served. */
export interface SiteAddress {
  /** Origin, `https://owner.github.io`. */
  site: string;
  /** Path with slashes at both ends, `/` or `/papers/`. */
  base: string;
  /** What the address was taken from, for messages. */
  from: string;
}

export interface AddressHints {
  /** `site.url` and `site.base` of `config.yaml`. */
  config?: { url?: string | undefined; base?: string | undefined };
  /** The content of `public/CNAME`, when there is one. */
  cname?: string | undefined;
}

interface Found {
  url: string;
  from: string;
}

/**
 * Derives the site's address, so that a fork needs no edit. The first that is known wins: `SITE_URL`, the deploy preview
 * of Netlify, `site.url` of config, a CNAME file, Netlify's `URL`, the Pages address of the repository that GitHub
 * Actions builds, localhost. The path is that of the address unless `BASE_PATH` or `site.base` names another.
 * @param env environment variables; an empty one counts as not set, as GitHub passes unset variables on as such
 * @throws when an address is not an http(s) URL, or a base is not a path
 */
export function siteAddress(
  env: Readonly<Record<string, string | undefined>>,
  hints: AddressHints = {},
): SiteAddress {
  const given = (name: string): string | undefined => env[name]?.trim() || undefined;
  const { url, from } = fromSiteUrl(given) ??
    fromNetlifyPreview(given) ??
    fromConfig(hints) ??
    fromCname(hints) ??
    fromNetlify(given) ??
    fromActions(given) ?? { url: 'http://localhost:4321/', from: 'nothing else being known' };
  const address = parseAddress(url, from);
  const path = given('BASE_PATH') ?? hints.config?.base ?? address.pathname;
  return { site: address.origin, base: slashed(path), from };
}

type Given = (name: string) => string | undefined;

function fromSiteUrl(given: Given): Found | undefined {
  const url = given('SITE_URL');
  return url === undefined ? undefined : { url, from: 'SITE_URL' };
}

/** Each preview has an address of its own: https://docs.netlify.com/build/configure-builds/environment-variables/ */
function fromNetlifyPreview(given: Given): Found | undefined {
  const url = given('DEPLOY_PRIME_URL');
  if (!given('NETLIFY') || url === undefined || given('CONTEXT') === 'production') return undefined;
  return { url, from: "Netlify's DEPLOY_PRIME_URL" };
}

function fromConfig({ config }: AddressHints): Found | undefined {
  return config?.url === undefined
    ? undefined
    : { url: config.url, from: 'site.url of config.yaml' };
}

function fromCname({ cname }: AddressHints): Found | undefined {
  const host = cname?.trim();
  return host ? { url: `https://${host}/`, from: 'public/CNAME' } : undefined;
}

function fromNetlify(given: Given): Found | undefined {
  const url = given('NETLIFY') && given('URL');
  return url ? { url, from: "Netlify's URL" } : undefined;
}

/** Project sites live below the owner's: https://docs.github.com/pages/getting-started-with-github-pages */
function fromActions(given: Given): Found | undefined {
  const [owner, name] = given('GITHUB_REPOSITORY')?.split('/') ?? [];
  if (!given('GITHUB_ACTIONS') || !owner || !name) return undefined;
  const host = `${owner.toLowerCase()}.github.io`;
  const path = name.toLowerCase() === host ? '/' : `/${name}/`;
  return { url: `https://${host}${path}`, from: 'GITHUB_REPOSITORY' };
}

function parseAddress(url: string, from: string): URL {
  const address = URL.parse(url);
  if (address && /^https?:$/.test(address.protocol)) return address;
  throw new Error(
    `${from}: "${url}" is not an address of a site; expected one such as https://owner.github.io/papers/`,
  );
}

function slashed(path: string): string {
  if (/[\s?#\\]|:\/\//.test(path)) {
    throw new Error(`"${path}" is not a base path; expected one such as /papers/`);
  }
  const inner = path.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}
