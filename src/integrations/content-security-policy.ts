/**
 * The policy of every page, written by Astro into its head. Scripts and styles come from the site's own files, or carry
 * a hash that Astro adds; nothing inline is allowed otherwise, nothing is loaded from elsewhere, nothing frames or posts.
 * A page that needs more asks for it by `Astro.csp`, as the search page does for WebAssembly.
 */
export const contentSecurityPolicy = {
  algorithm: 'SHA-256',
  directives: [
    "default-src 'none'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ],
} as const;
