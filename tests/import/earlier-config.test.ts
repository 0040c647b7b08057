import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { convertConfig } from '../../src/import/earlier-config.ts';

const earlier = `
keywords:
  "VLA":
    filters: ["Vision-Language-Action", "Embodied Agent", "vision language action"]
  "RL/IL":
    filters: ["Reinforcement Learning", "Robot Learning"]
  "RL-IL":
    filters: [Imitation Learning]
  "感知":
    filters: [Visual Perception, "--"]
  "Empty":
    filters: []
max_results: 100
`;
const present = readFileSync('config.yaml', 'utf8');

describe('convertConfig', () => {
  const { text, notes } = convertConfig(earlier, 'old.yaml', present);
  const config = parseConfig(text, 'config.yaml');

  it('makes a topic of each keyword, each phrase once, with an id of its own', () => {
    expect(config.topics.map(({ id, name, include }) => [id, name.en, include])).toEqual([
      ['vla', 'VLA', ['Vision-Language-Action', 'Embodied Agent']],
      ['rl-il', 'RL/IL', ['Reinforcement Learning', 'Robot Learning']],
      ['rl-il-2', 'RL-IL', ['Imitation Learning']],
      ['topic', '感知', ['Visual Perception']],
    ]);
  });

  it('leaves the other sections and their comments as they are', () => {
    const before = parseConfig(present, 'config.yaml');
    for (const part of ['site', 'arxiv', 'news', 'jobs', 'datasets', 'facets'] as const)
      expect(config[part]).toEqual(before[part]);
    expect(text).toContain('# yaml-language-server:');
  });

  it('says what was left out', () => {
    expect(notes.join('\n')).toContain('VLA: “vision language action” matches what “Vision-Language-Action” does'); // prettier-ignore
    expect(notes.join('\n')).toContain('感知: “--” has no word to look for');
    expect(notes.join('\n')).toContain('Empty has no filters');
    expect(notes.join('\n')).toContain('max_results is left out');
  });

  it('refuses what is no config of the earlier product, or nothing of one', () => {
    expect(() => convertConfig('a: 1\n', 'old.yaml', present)).toThrow(/old\.yaml has no `keywords`/);
    expect(() => convertConfig('a: [\n', 'old.yaml', present)).toThrow(ConfigError);
    expect(() => convertConfig('keywords: {A: {filters: []}}\n', 'old.yaml', present)).toThrow(/no keyword has filters/); // prettier-ignore
  }); // prettier-ignore
});

describe('a config of the earlier product in place of ours', () => {
  it('is recognised, and told how it is converted', () => {
    expect(() => parseConfig(earlier, 'config.yaml')).toThrow(/^config\.yaml has one problem:\n {2}config\.yaml:2:1 {2}keywords: this is the earlier product's form .*npm run import -- --config old\.yaml/); // prettier-ignore
  });
});
