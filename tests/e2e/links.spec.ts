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

test('no page holds an inline style, an inline handler or an inline script', () => {
  const dir = process.env['E2E_DIR'] ?? '';
  for (const page of pages(dir)) {
    const tags = readFileSync(join(dir, page), 'utf8').match(/<[a-z][^>]*>/gi) ?? [];
    const inline = tags.filter((tag) =>
      /\s(?:style|on[a-z]+)=/i.test(tag.replaceAll(/"[^"]*"/g, '""')),
    );
    expect(inline, page).toEqual([]);
    const scripts = tags.filter((tag) => /^<script(?![^>]*(?:src=|ld\+json))/i.test(tag));
    expect(scripts, page).toEqual([]);
  }
});
