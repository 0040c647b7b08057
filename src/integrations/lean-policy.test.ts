import { describe, expect, it } from 'vitest';
import { leanPolicy } from './lean-policy.ts';

const page = (policy: string, more = ''): string =>
  `<head><meta http-equiv="content-security-policy" content="${policy}"><script src="/a.js"></script>${more}</head>`;
const full =
  "default-src 'none'; script-src 'self' 'sha256-AAA=' 'sha256-BBB='; style-src 'self' 'sha256-CCC=';";
const lean = "default-src 'none'; script-src 'self'; style-src 'self';";

describe('leanPolicy', () => {
  it('drops hashes from a page that loads files alone', () => {
    expect(leanPolicy(page(full))).toBe(page(lean));
  });

  it('drops them beside a data block, which the policy does not concern', () => {
    const data = '<script type=application/ld+json>{"a":1}</script>';
    expect(leanPolicy(page(full, data))).toBe(page(lean, data));
  });

  it.each(['<script>run()</script>', '<style>p{}</style>', '<p style="x">', '<p onclick="x()">'])(
    'leaves the policy of a page with %s as it is',
    (inline) => {
      expect(leanPolicy(page(full, inline))).toBe(page(full, inline));
    },
  );

  it.each([
    ['', "default-src 'none'; base-uri 'none';"],
    [
      '<link rel="manifest" href="/m.webmanifest">',
      "default-src 'none'; manifest-src 'self'; base-uri 'none';",
    ],
  ])('allows a manifest where the page names one: %s', (link, kept) => {
    const policy = "default-src 'none'; manifest-src 'self'; base-uri 'none';";
    expect(leanPolicy(page(policy, link))).toBe(page(kept, link));
  });

  it('leaves a page without a policy as it is', () => {
    expect(leanPolicy('<head></head>')).toBe('<head></head>');
  });
});
