import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Archive } from '../../src/query/archive.ts';
import type { PaperView } from '../../src/query/views.ts';
import { HUGO_TEMPLATES } from './hugo-templates.ts';

/** Writes the archive as a Hugo site: one content file a paper, days, months, topics and topic months as taxonomies. */
export function writeHugoSite(dir: string, archive: Archive): void {
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
  put('hugo.json', JSON.stringify(configOf(archive)));
  for (const [path, template] of Object.entries(HUGO_TEMPLATES)) put(`layouts/${path}`, template);
  for (const { id, name } of archive.topics()) {
    put(
      `content/topics/${id}/_index.md`,
      JSON.stringify({ title: name.en, outputs: ['HTML', 'RSS'] }),
    );
  }
  const names = new Map(archive.topics().map(({ id, name }) => [id, name.en]));
  for (const { date } of archive.paperDays()) {
    for (const { id, view } of archive.paperPages(date)) {
      put(`content/papers/${id}.md`, JSON.stringify(frontMatter(view, names), null, 1));
    }
  }
}

function configOf(archive: Archive): Record<string, unknown> {
  return {
    baseURL: 'https://pulse.example.org/',
    title: archive.config.site.title.en,
    languageCode: 'en',
    rssLimit: archive.config.feeds.items,
    taxonomies: { day: 'days', month: 'months', topic: 'topics', topicmonth: 'topicmonths' },
    outputs: { term: ['HTML'], taxonomy: ['HTML'], section: ['HTML'], home: ['HTML', 'RSS'] },
    disableKinds: ['section'],
  };
}

function frontMatter(
  { entry, previous, next }: PaperView,
  names: Map<string, string>,
): Record<string, unknown> {
  const { paper, topics } = entry;
  const month = paper.announced.slice(0, 7);
  return {
    title: paper.title,
    date: `${paper.announced}T00:00:00Z`,
    url: `/papers/${paper.id}/`,
    paper: paper.id,
    authors: paper.authors.map(({ name }) => name),
    abstract: paper.abstract ?? '',
    announced: paper.announced,
    submitted: paper.submitted,
    cats: paper.categories,
    comment: paper.comment ?? '',
    links: paper.links.map(({ kind, url }) => ({ kind, url })),
    versions: paper.history.map(({ version, replaced }) => ({ version, replaced })),
    why: topics.map(({ topic, phrase, place }) => ({
      topic,
      name: names.get(topic),
      phrase,
      place,
    })),
    previous,
    next,
    days: [paper.announced],
    months: [month],
    topics: topics.map(({ topic }) => topic),
    topicmonths: topics.map(({ topic }) => `${topic}-${month}`),
  };
}
