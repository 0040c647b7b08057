import { archive } from '../query/shared-archive.ts';
import type { Lang } from '../i18n/dictionary.ts';
import type { LocalName, RenderContext } from '../render/context.ts';
import { renderMath } from '../render/render-math.ts';
import type { SiteIdentity } from '../render/paper-head.ts';
import { basePath } from '../render/urls.ts';

export const base = basePath(import.meta.env.BASE_URL);

/** Origin of the site without slash at the end, empty when it is not known. */
export const origin = (import.meta.env.SITE ?? '').replace(/\/+$/, '');

/**
 * What the templates need to know for a page.
 * @param page `both`: a front page, written in `lang`; `once`: an archive page, whose labels the browser may swap.
 */
export async function renderContext(lang: Lang, page: 'both' | 'once'): Promise<RenderContext> {
  const { config } = await archive();
  const topicNames = new Map<string, LocalName>(config.topics.map(({ id, name }) => [id, name]));
  return { base, lang, switchable: page === 'once', topicNames, math: renderMath };
}

export async function siteIdentity(lang: Lang): Promise<SiteIdentity> {
  const { config } = await archive();
  return { name: config.site.title[lang], origin, base };
}
