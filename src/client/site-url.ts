/** A file of the site, wherever it is served: every page names one of them in its head. */
export function siteUrl(path: string): string {
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  return new URL(path, icon?.href ?? document.baseURI).href;
}

/** The path under which the site is served, with a slash at both ends. */
export const siteBase = (): string => new URL(siteUrl('./')).pathname;
