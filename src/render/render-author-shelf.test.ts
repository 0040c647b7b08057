import { describe, expect, it } from 'vitest';
import type { RenderContext } from './context.ts';
import { authorShelfParts } from './render-author-shelf.ts';

const context: RenderContext = {
  base: '/pulse/',
  lang: 'en',
  switchable: true,
  topicNames: new Map(),
};
const site = { name: 'Pulse', origin: 'https://pulse.example', base: '/pulse/' };
const papers = [{ id: '2610.00001', title: 'Grasping & holding', date: '2026-10-29' }];
const authors = [{ slug: 'ada-berg', name: 'Ada Berg & Sons', papers }];
const bodyTo = (to: string | null): string =>
  authorShelfParts({ shelf: 'ada', authors, to }, context, site).body;

describe('a shelf of authors', () => {
  it('lists the papers of each', () => {
    const body = bodyTo(null);
    expect(body).toContain('<section id=ada-berg><h2>Ada Berg &amp; Sons</h2>');
    expect(body).toContain('<a href=/pulse/papers/2610.00001/>Grasping &amp; holding</a>');
  });

  it('says to which day it reaches where that is not the newest, and leads to what is newer', () => {
    const body = bodyTo('2026-10-31');
    expect(body).toContain('Papers to 2026-10-31 are listed');
    expect(body).toContain('<span lang=zh-CN>此处列出截至2026-10-31的论文');
    expect(body).toContain('/pulse/search/?q=Ada+Berg+%26+Sons');
    expect(bodyTo(null)).not.toMatch(/are listed|search\//);
  });
});
