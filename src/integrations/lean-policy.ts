/**
 * Takes the hashes out of a page's policy when it holds nothing that needs one. Astro lists the hash of every script
 * and style file of the site in every page, a third of a kilobyte; files of the site are allowed by `'self'` already. A
 * page that names no manifest needs no leave to load one either.
 */
export function leanPolicy(html: string): string {
  if (hasInline(html)) return html;
  return html.replace(
    /(<meta http-equiv="content-security-policy" content=")([^"]*)/,
    (_, start: string, policy: string) =>
      start +
      policy
        .replaceAll(/ 'sha(?:256|384|512)-[^']+'/g, '')
        .replace(/ ?manifest-src [^;]*;/, (allowed) => (hasManifest(html) ? allowed : '')),
  );
}

const hasManifest = (html: string): boolean => /<link\b[^>]*\srel="?manifest\b/i.test(html);

/** Scripts and styles that stand in the page itself; data blocks such as JSON-LD are not run. */
function hasInline(html: string): boolean {
  if (/<style\b|\sstyle=|\son[a-z]+=/i.test(html)) return true;
  return [...html.matchAll(/<script\b([^>]*)>/gi)].some(
    ([, attributes = '']) =>
      !/\ssrc=/.test(attributes) && !/\stype="?application\/(?:ld\+)?json/.test(attributes),
  );
}
