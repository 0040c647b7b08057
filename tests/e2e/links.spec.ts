import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './site-test.ts';

/** Every HTML file of the built site, by its path. */
function pages(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
}

const attribute = /\b(?:href|src)="?([^"\s>]+)/g;

/** Addresses of this site that a page names, without fragment and query. */
function ownAddresses(html: string, base: string): string[] {
  return [...html.matchAll(attribute)]
    .map(([, address = '']) => address.replace(/[#?].*/, '').replaceAll('&amp;', '&'))
    .filter((address) => address.startsWith('/') || address.startsWith(base));
}

test('every address of our own that a page names exists, below the base path', () => {
  const dir = process.env['E2E_DIR'] ?? '';
  const base = new URL(process.env['E2E_URL'] ?? '').pathname;
  const files = new Set(readdirSync(dir, { recursive: true, encoding: 'utf8' }));
  const broken = new Map<string, string>();
  for (const page of pages(dir)) {
    for (const address of ownAddresses(readFileSync(join(dir, page), 'utf8'), base)) {
      const path = decodeURIComponent(address.slice(base.length));
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      if (!address.startsWith(base) || !files.has(file)) broken.set(address, page);
    }
  }
  expect([...broken]).toEqual([]);
});

test('the picture that each page names for links to it exists', () => {
  const dir = process.env['E2E_DIR'] ?? '';
  const files = new Set(readdirSync(dir, { recursive: true, encoding: 'utf8' }));
  const published = 'https://pulse.example.org/pulse/';
  const named = new Map<string, string>();
  for (const page of pages(dir)) {
    const html = readFileSync(join(dir, page), 'utf8');
    const picture = /property="?og:image"? content="([^"]+)"/.exec(html)?.[1];
    const away = /<meta name="?robots/.test(html);
    if (!away) expect(picture, page).toContain(published);
    if (picture) named.set(picture.slice(published.length), page);
  }
  expect(named.size).toBeGreaterThan(5);
  expect([...named].filter(([picture]) => !files.has(picture))).toEqual([]);
});

/** Inline scripts that run, as their hash; data blocks such as JSON-LD do not. */
function inlineScripts(html: string): string[] {
  const scripts = html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/gi);
  return [...scripts]
    .filter(([, attributes = '']) => !/\ssrc=|json/i.test(attributes))
    .map(([, , body = '']) => `'sha256-${createHash('sha256').update(body).digest('base64')}'`);
}

test('no page holds an inline style or handler, nor a script that its policy does not name', () => {
  const dir = process.env['E2E_DIR'] ?? '';
  for (const page of pages(dir)) {
    const html = readFileSync(join(dir, page), 'utf8');
    const tags = (html.match(/<[a-z][^>]*>/gi) ?? []).map((tag) =>
      tag.replaceAll(/"[^"]*"/g, '""'),
    );
    expect(
      tags.filter((tag) => /\s(?:style|on[a-z]+)=/i.test(tag)),
      page,
    ).toEqual([]);
    const policy = /content-security-policy"? content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy, page).toContain("default-src 'none'");
    expect(
      inlineScripts(html).filter((hash) => !policy.includes(hash)),
      page,
    ).toEqual([]);
  }
});
