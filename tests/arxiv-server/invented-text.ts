/** Titles, abstracts, people and comments in the shape of real ones, in words of our own. */
import type { Author } from '../../src/paper.ts';
import type { Random } from './seeded-random.ts';

const topical = [
  'vision-language-action models',
  'legged locomotion',
  'dexterous manipulation',
  'imitation learning for robots',
  'sim-to-real transfer',
  'tactile sensing',
] as const;

const other = [
  'token pruning',
  'image compression',
  'click-through prediction',
  'retrieval of documents',
  'graph partitioning',
  'spectral clustering',
] as const;

const adjectives = [
  'Sparse',
  'Calibrated',
  'Streaming',
  'Budgeted',
  'Two-Stage',
  'Patient',
] as const;
const nouns = ['Priors', 'Critics', 'Schedules', 'Surrogates', 'Contacts', 'Tokens'] as const;

const given = [
  'Anaïs',
  'Bo',
  'Jürgen',
  'Søren',
  'Mei',
  'Łukasz',
  'José',
  'Zoë',
  'Ivan',
  'Aino',
] as const;
const family = [
  'Müller',
  'Zhang',
  'Nguyễn',
  'García',
  'O’Neill',
  'Şahin',
  'Dvořák',
  'Kim',
  'van der Berg',
  'Ivanov',
] as const;

export interface InventedText {
  title: string;
  abstract: string;
  /** Whether one of the topical phrases stands in it. */
  topical: boolean;
}

export function inventText(random: Random, isTopical: boolean, serial: number): InventedText {
  const subject = isTopical ? random.pick(topical) : random.pick(other);
  const title = `${random.pick(adjectives)} ${random.pick(nouns)} for Problem ${serial}: $\\ell_${random.int(1, 2)}$ Bounds & Beyond`;
  const abstract =
    `We look at ${subject} when fewer than ${random.int(2, 40)} examples are at hand. ` +
    `A bound of $O(n \\log n)$ is shown for case ${serial}, and a study on ${random.int(3, 30)} tasks ` +
    `finds gains of ${random.int(1, 20)}\\% < ${random.int(21, 60)}\\%, with "rare" failures named.`;
  return { title, abstract, topical: isTopical };
}

/** Mostly two to eight authors, once in a while hundreds. */
export function inventAuthors(random: Random, count = random.int(2, 8)): Author[] {
  return Array.from({ length: count }, () => ({
    name: `${random.pick(given)} ${random.pick(family)}`,
  }));
}

export function inventComment(random: Random, serial: number): string | null {
  const pages = `${random.int(6, 30)} pages, ${random.int(2, 9)} figures`;
  return random.pick([
    null,
    pages,
    `${pages}. Code: https://github.com/pulse-lab/case-${serial}`,
    `Accepted to CoRL 2026. Project page: https://pulse-lab.github.io/case-${serial}/.`,
    `Video: https://youtu.be/case${serial}`,
  ]);
}
