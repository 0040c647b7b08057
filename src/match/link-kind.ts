import type { LinkKind } from '../paper.ts';

/** What is known of a host: the kind of what it serves, `null` for places that are no resource of a paper. */
interface HostRule {
  host: RegExp;
  path?: RegExp;
  kind: LinkKind | null;
}

/** The first rule that fits decides. All of these hosts serve https. */
const rules: HostRule[] = [
  { host: /^(www\.)?github\.com$/, path: /^\/[\w.-]+/, kind: 'code' },
  {
    host: /^(www\.)?(gitlab\.com|bitbucket\.org|codeberg\.org|gitee\.com)$/,
    path: /^\/[\w.-]+\/[\w.-]+/,
    kind: 'code',
  },
  {
    host: /^(gist\.github\.com|colab\.research\.google\.com|anonymous\.4open\.science|pypi\.org)$/,
    kind: 'code',
  },
  { host: /^github\.io$/, kind: null },
  {
    host: /\.(github\.io|gitlab\.io|netlify\.app|vercel\.app|pages\.dev|web\.app|readthedocs\.io|gitbook\.io|notion\.site|hf\.space)$/,
    kind: 'project',
  },
  { host: /^sites\.google\.com$/, path: /^\/./, kind: 'project' },
  {
    host: /^(huggingface\.co|hf\.co)$/,
    path: /^\/(papers|docs|blog|join|settings)(\/|$)/,
    kind: null,
  },
  { host: /^(huggingface\.co|hf\.co)$/, path: /^\/datasets\/[\w.-]+/, kind: 'data' },
  { host: /^(huggingface\.co|hf\.co)$/, path: /^\/spaces\/[\w.-]+/, kind: 'project' },
  { host: /^(huggingface\.co|hf\.co)$/, path: /^\/[\w.-]+/, kind: 'model' },
  { host: /(^|\.)modelscope\.(cn|com)$/, path: /^\/datasets\//, kind: 'data' },
  { host: /(^|\.)modelscope\.(cn|com)$/, path: /^\/models\//, kind: 'model' },
  { host: /^(www\.)?kaggle\.com$/, path: /^\/(datasets|competitions)\//, kind: 'data' },
  {
    host: /(^|\.)(zenodo\.org|osf\.io|figshare\.com|datadryad\.org|data\.mendeley\.com|ieee-dataport\.org)$/,
    path: /^\/./,
    kind: 'data',
  },
  { host: /^dataverse\./, path: /^\/./, kind: 'data' },
  {
    host: /^((www\.|m\.)?youtube\.com|youtu\.be|(www\.|player\.)?vimeo\.com|(www\.)?bilibili\.com|b23\.tv)$/,
    path: /^\/./,
    kind: 'video',
  },
  // Publishers, preprints, identifiers: where a paper is read, not what it brings.
  {
    host: /(^|\.)(arxiv\.org|doi\.org|openreview\.net|aclanthology\.org|ieee\.org|acm\.org|springer\.com|nature\.com|science\.org|sciencedirect\.com|elsevier\.com|wiley\.com|mdpi\.com|frontiersin\.org|thecvf\.com|mlr\.press|iclr\.cc|icml\.cc|neurips\.cc|semanticscholar\.org|orcid\.org|creativecommons\.org|schema\.org|wikipedia\.org|ssrn\.com|biorxiv\.org|hal\.science)$/,
    kind: null,
  },
];

/**
 * The kind of a link whose host is known; `null` for a host that serves no resource of a paper; `undefined` for one
 * that is not known.
 */
export function kindOfHost({ hostname, pathname }: URL): LinkKind | null | undefined {
  const sameHost = rules.filter(({ host }) => host.test(hostname));
  if (sameHost.length === 0) return /\.(mp4|mov|webm)$/i.test(pathname) ? 'video' : undefined;
  return sameHost.find(({ path }) => path === undefined || path.test(pathname))?.kind ?? null;
}

/**
 * The kind of a link to an unknown host by the words before it, e.g. `Project page:`; `null` when they do not say that
 * something of the paper is there. Code is not taken on trust: a page that offers it is a project page.
 */
export function kindByWords(before: string): LinkKind | null {
  if (/\b(project|website|web ?site|webpage|web ?page|home ?page|page|site)\b/i.test(before))
    return 'project';
  const data = /\bdata(sets?|bases?)?\b/i.test(before);
  const video = /\bvideos?\b/i.test(before);
  const code = /\b(code|implementation|software|repository|framework|models?)\b/i.test(before);
  if (data && !video && !code) return 'data';
  if (video && !data && !code) return 'video';
  const offered =
    /\b(available|released?|demos?|visit|see|found|details|materials?|results|online|project)\b/i;
  return data || video || code || offered.test(before) ? 'project' : null;
}
