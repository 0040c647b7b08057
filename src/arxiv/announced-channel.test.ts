import { describe, expect, it } from 'vitest';
import { feedUrl } from './announced-channel.ts';

describe('the address of a feed', () => {
  it('joins the categories, at whatever base', () => {
    expect(feedUrl('https://rss.arxiv.org/atom', ['cs.RO', 'cs.CV'])).toBe(
      'https://rss.arxiv.org/atom/cs.RO+cs.CV',
    );
    expect(feedUrl('http://127.0.0.1:8080/mirror/rss/', ['hep-th'])).toBe(
      'http://127.0.0.1:8080/mirror/rss/hep-th',
    );
  });
});
