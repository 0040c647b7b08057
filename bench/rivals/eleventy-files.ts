/**
 * Our site in Eleventy, file by file: JavaScript templates that call the very functions that draw ours, so that only the
 * generator differs. `REPOSITORY` names the checkout, `DATA_DIR` and `CACHE_DIR` the archive.
 */
const IMPORTS = `
const at = (path) => import(process.env.REPOSITORY + '/src/' + path);
const { archive } = await at('query/shared-archive.ts');
const { paperParts } = await at('render/paper-parts.ts');
const { renderRows } = await at('render/render-row.ts');
const { renderMath } = await at('render/render-math.ts');
const { paperFeeds } = await at('feeds/paper-feeds.ts');
const { toFeed } = await at('feeds/feed-source.ts');
const { writeRss } = await at('feeds/write-rss.ts');
const papers = await archive();
const site = { name: papers.config.site.title.en, origin: 'https://pulse.example.org', base: '/' };
const address = { site: site.origin, base: site.base };
const context = { base: '/', lang: 'en', switchable: true, math: renderMath,
  topicNames: new Map(papers.config.topics.map(({ id, name }) => [id, name])) };
const page = (head, body) => process.env.SHELL_HTML_HEAD + head + process.env.SHELL_HTML_BODY + body + '</main></div></body></html>';
const list = (title, rows) => page('<title>' + title + '</title>', '<h1>' + title + '</h1><ol>' + rows + '</ol>');
const rows = (entries, abstract) => renderRows(entries, { abstract }, context).source;
`;

const paginated = (data: string, permalink: string, body: string): string => `${IMPORTS}
export default class {
  data() {
    return {
      items: ${data},
      pagination: { data: 'items', size: 1, alias: 'item', addAllPagesToCollections: false },
      permalink: ({ item }) => ${permalink},
      eleventyExcludeFromCollections: true,
    };
  }
  async render({ item }) { ${body} }
}
`;

/** Path below the input folder → file. */
export const ELEVENTY_FILES: Readonly<Record<string, string>> = {
  'papers.11ty.js': paginated(
    'papers.paperDays().flatMap(({ date }) => papers.paperPages(date).map(({ id }, index) => ({ id, date, index })))',
    '`papers/${item.id}/index.html`',
    `const { view } = papers.paperPages(item.date)[item.index];
    const { head, body } = paperParts(view, context, site);
    return page(head, body);`,
  ),
  'days.11ty.js': paginated(
    'papers.days()',
    '`days/${item.date}/index.html`',
    'return list(item.date, rows(papers.day(item.date).papers, true));',
  ),
  'months.11ty.js': paginated(
    'papers.months()',
    '`months/${item.month}/index.html`',
    "return list(item.month, item.days.map(({ date, total }) => '<li>' + date + ' ' + total + '</li>').join(''));",
  ),
  'topics.11ty.js': paginated(
    'papers.topics()',
    '`topics/${item.id}/index.html`',
    "return list(item.id, papers.topic(item.id).latest.map((day) => rows(day.papers, true)).join(''));",
  ),
  'topic-months.11ty.js': paginated(
    'papers.topicMonthPages()',
    '`topics/${item.topic}/${item.month}/index.html`',
    "return list(item.topic, papers.topicMonth(item.topic, item.month).days.map((day) => rows(day.papers, false)).join(''));",
  ),
  'feeds.11ty.js': paginated(
    'paperFeeds(papers, address).map(({ name }) => name)',
    '`feeds/${item}.xml`',
    'return writeRss(toFeed(paperFeeds(papers, address).find(({ name }) => name === item), address, site.name)).toString();',
  ),
};
