import { hasRealRecords, readRealRecords } from '../../tests/real-records.ts';
import { randomFrom, type Random } from './random.ts';

/** What a paper says: the part of a record that its size and its topics depend on. */
export interface PaperText {
  title: string;
  abstract: string;
  authors: string[];
  categories: string[];
  comment: string | null;
}

export interface TextPool {
  /** `real records` or `invented texts`, for the report. */
  from: string;
  texts: readonly PaperText[];
}

/** Real titles, abstracts and authors where a collection of records lies beside the repository, else invented ones. */
export function textPool(): TextPool {
  return hasRealRecords
    ? { from: 'real records', texts: realTexts() }
    : { from: 'invented texts', texts: inventedTexts() };
}

function realTexts(): PaperText[] {
  const oneLine = (value: string): string => value.replaceAll(/\s+/g, ' ').trim();
  return readRealRecords()
    .filter(({ categories }) => categories.includes('cs.RO'))
    .map(({ title, abstract, authors, categories, comment }) => ({
      title: oneLine(title),
      abstract: oneLine(abstract),
      authors,
      categories,
      comment: comment === null ? null : oneLine(comment),
    }));
}

const SUBJECTS =
  `a vision-language-action model|imitation learning|a diffusion policy|reinforcement learning|
a world model|visual SLAM|dexterous manipulation|a humanoid robot|legged locomotion|mobile manipulation|teleoperation|
tactile sensing|sim-to-real transfer|task and motion planning|bimanual manipulation|point cloud registration|
object navigation|safe robot control|aerial swarms|robot grasping`.split(/\|\s*/);
const CLAIMS =
  `improves success by $12.4\\%$ on long-horizon tasks|needs a tenth of the demonstrations|
runs at 50 Hz on an onboard computer|generalizes to unseen objects and scenes|keeps the error below $\\epsilon$ under
disturbance|is trained without any real-world data|recovers from failures that earlier methods never leave|
scales as $O(n \\log n)$ with the number of agents`.split(/\|\s*/);
const FRAMES = `We study %s in unstructured environments and show that our approach %c.|
Existing methods for %s rely on strong assumptions that rarely hold outside of the laboratory.|
Across simulation and hardware, combining it with %s %c.|To this end we introduce a benchmark for %s with 1,200 scenes.|
An ablation shows that the gain comes from the way in which %s is conditioned on language and vision.`.split(
  /\|\s*/,
);
const FAMILY =
  `Ábalos Berg Chen Đỗ Eriksson Fontaine Gupta Hwang Ito Jansen Kim Lin Müller Novák Okafor Park
Qin Rossi Sato Tanaka Urban Vogel Wang Xu Yamada Zhang`.split(/\s+/);
const GIVEN =
  `Ada Bo Chiara Dmitri Elif Farid Grace Hana Ivo Jun Kofi Lena Mei Nora Omar Pia Qing Rui Sven Tao Uma Vera
Wei Yuki Zoë`.split(/\s+/);

/** Texts with the lengths of real ones: a title of ten words, an abstract of 1,100 characters, five authors. */
export function inventedTexts(count = 1_000): PaperText[] {
  return Array.from({ length: count }, (_, index) => inventedText(randomFrom(index)));
}

function inventedText(random: Random): PaperText {
  const subjects = Array.from({ length: random.whole(1, 3) }, () => random.pick(SUBJECTS));
  const sentence = (): string =>
    random.pick(FRAMES).replace('%s', random.pick(subjects)).replace('%c', random.pick(CLAIMS));
  const sentences = Array.from({ length: random.whole(7, 15) }, sentence);
  return {
    title: `Towards ${random.pick(subjects)} in the Wild: Study ${random.whole(1, 999)}`,
    abstract: sentences.join(' ').replaceAll(/\s+/g, ' '),
    authors: Array.from(
      { length: random.next() < 0.02 ? random.whole(20, 200) : random.whole(1, 9) },
      () => `${random.pick(GIVEN)} ${random.pick(FAMILY)}`,
    ),
    categories:
      random.next() < 0.8
        ? ['cs.RO', random.pick(['cs.AI', 'cs.LG', 'cs.CV'])]
        : ['cs.CV', 'cs.RO'],
    comment: random.next() < 0.3 ? 'Accepted at ICRA 2026. 8 pages, 6 figures' : null,
  };
}
