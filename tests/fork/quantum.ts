/** A field that shares nothing with the shipped one: its config, and its papers at the local arXiv. */
import type { Day } from '../../src/paper.ts';
import { inventRecords } from '../arxiv-server/invented-records.ts';
import type { ServedPaper } from '../arxiv-server/served-paper.ts';

export const quantumConfig = `site:
  title: { en: Quantum Daily, zh: 量子日报 }
  tagline: { en: Quantum computing as it is announced, zh: 量子计算论文日报 }
arxiv:
  categories: { quant-ph: all, cs.ET: matching }
groups:
  - { id: hardware, name: { en: Hardware, zh: 硬件 } }
  - { id: software, name: { en: Software, zh: 软件 } }
topics:
  - { id: error-correction, name: { en: Error correction, zh: 量子纠错 }, group: hardware, include: [quantum error correction, surface code] }
  - { id: variational, name: { en: Variational algorithms, zh: 变分算法 }, group: software, include: [variational quantum eigensolver] }
citations: { enabled: false }
`;

const subjects = [
  'quantum error correction with a surface code',
  'a variational quantum eigensolver',
  'entanglement of distant memories',
] as const;

/** Every fifth is of cs.ET; of those the third that matches no topic is not kept. */
export function quantumPapers(from: Day, days: number): ServedPaper[] {
  const { papers } = inventRecords({ seed: 20, from, days, perWeekday: 8 });
  return papers.map((paper, n): ServedPaper => {
    const subject = subjects[n % subjects.length] ?? subjects[0];
    const { crossListed: _none, ...rest } = paper;
    return {
      ...rest,
      categories: [n % 5 === 4 ? 'cs.ET' : 'quant-ph'],
      versions: paper.versions.map((version) => ({
        ...version,
        title: `Case ${n}: ${subject}`,
        abstract: `We look at ${subject} in case ${n}, and bound what is lost.`,
        comment: null,
      })),
    };
  });
}

/** Those that the config keeps. */
export const isKept = ({ categories, versions }: ServedPaper): boolean =>
  categories[0] === 'quant-ph' || /surface code|eigensolver/.test(versions[0]?.title ?? '');
