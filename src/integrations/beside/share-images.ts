import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { formatDate } from '../../i18n/dates.ts';
import { t } from '../../i18n/t.ts';
import type { Archive } from '../../query/archive.ts';
import { digest } from '../../query/digest.ts';
import { shareCard } from '../../render/share-card.ts';
import { SHARED_DAYS, shareImage } from '../../render/share-image.ts';

/** In pixels: what the places that show such pictures draw them at, and a third of the bytes of 1200. */
const WIDTH = 800;

/** Of a day's topics so many are drawn. */
const TOPICS = 4;

/** Pictures that were drawn, and those taken from the cache. */
export interface ShareImagesReport {
  drawn: number;
  kept: number;
}

/**
 * Draws the pictures that links show elsewhere: of the site, of each topic, of the newest days. One picture a paper would
 * cost more bytes than its page. The font comes from a package and no other is looked for, so that a picture is the same
 * wherever it is drawn.
 * @param cacheDir holds the pictures of the last build, by what they show
 */
export async function drawShareImages(
  papers: Archive,
  { outDir, cacheDir }: { outDir: string; cacheDir: string },
): Promise<ShareImagesReport> {
  const cards = shareCards(papers);
  const drawn = await writeImages(cards, outDir, cacheDir);
  return { drawn, kept: cards.length - drawn };
}

interface Card {
  path: string;
  svg: string;
}

/** Every picture of the site, by its path below the base. */
export function shareCards(papers: Archive): Card[] {
  const { title, tagline } = papers.config.site;
  const site = title.en;
  const groups = new Map(papers.config.groups.map(({ id, name }) => [id, name.en]));
  const names = new Map(papers.config.topics.map(({ id, name }) => [id, name.en]));
  const days = papers.days().slice(0, SHARED_DAYS);
  return [
    {
      path: shareImage.site,
      svg: shareCard({
        kicker: 'arXiv, day by day',
        title: site,
        lines: [{ text: tagline?.en ?? t('en', 'tagline') }],
        site,
      }),
    },
    ...papers.config.topics.map(({ id, name, group }) => ({
      path: shareImage.topic(id),
      svg: shareCard({
        kicker: groups.get(group) ?? '',
        title: name.en,
        lines: [{ text: 'Papers of arXiv, each with the phrase that put it here' }],
        site,
      }),
    })),
    ...days.map(({ date, total }) => {
      const { topicCounts } = papers.day(date);
      const most = topicCounts.toSorted((a, b) => b.count - a.count).slice(0, TOPICS);
      return {
        path: shareImage.day(date),
        svg: shareCard({
          kicker: `${formatDate('en', date, 'full').split(',')[0]} · ${t('en', 'papers', { n: total })}`,
          title: formatDate('en', date, 'long'),
          lines: most.map(({ topic, count }) => ({ text: names.get(topic) ?? topic, count })),
          site,
        }),
      };
    }),
  ];
}

/** @returns how many were not in the cache */
async function writeImages(
  cards: readonly Card[],
  outDir: string,
  cacheDir: string,
): Promise<number> {
  mkdirSync(cacheDir, { recursive: true });
  const used = new Set<string>();
  let draw: ((svg: string) => Uint8Array) | undefined;
  let drawn = 0;
  for (const { path, svg } of cards) {
    const name = `${digest(svg, String(WIDTH))}.png`;
    const kept = join(cacheDir, name);
    used.add(name);
    if (!existsSync(kept)) {
      draw ??= await painter();
      writeFileSync(kept, draw(svg));
      drawn += 1;
    }
    const file = join(outDir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, readFileSync(kept));
  }
  for (const name of readdirSync(cacheDir)) if (!used.has(name)) rmSync(join(cacheDir, name));
  return drawn;
}

/** SVG → PNG by resvg as WebAssembly: the same bytes on every machine. */
async function painter(): Promise<(svg: string) => Uint8Array> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  const { resolve } = createRequire(import.meta.url);
  await initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const font = (weight: string) =>
    readFileSync(resolve(`@expo-google-fonts/source-serif-4/${weight}/SourceSerif4_${weight}.ttf`));
  const fontBuffers = ['400Regular', '600SemiBold'].map(font);
  return (svg) => {
    const picture = new Resvg(svg, {
      fitTo: { mode: 'width', value: WIDTH },
      font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: 'Source Serif 4' },
    });
    return picture.render().asPng();
  };
}
