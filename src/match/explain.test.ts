import { describe, expect, it } from 'vitest';
import type { MatchText } from './compile-topics.ts';
import { explain } from './explain.ts';
import { explanationText } from './explanation-text.ts';
import { aTopic } from './reference/a-topic.ts';

const topics = [
  aTopic('grasping', { include: ['grasp'], exclude: ['graspable ideas'] }),
  aTopic('learning', { include: ['RL policy'], weak_include: ['reinforcement learning', 'RL'] }),
  aTopic('benchmarks', { include: ['new benchmark'], title_include: ['benchmark'] }),
  aTopic('legs', { include: ['gait'], exclude: ['exoskeleton'] }),
  aTopic('control', { include: ['control'], categories: ['eess.SY'] }),
  aTopic('worlds', {
    include: ['world model'],
    context: { id: 'robots', categories: ['cs.RO'], phrases: ['robot'] },
  }),
  aTopic('touch', { include: ['tactile'] }),
];
const rules = { 'cs.RO': 'all', 'cs.LG': 'matching' } as const;

const paper: MatchText = {
  title: 'Grasps in world models',
  abstract:
    'Unlike reinforcement learning (RL), control by gait of an exoskeleton is shown\nto a robot on a benchmark.',
  categories: ['cs.LG', 'stat.ML'],
};

describe('an explanation', () => {
  const explanation = explain({ topics, rules }, paper);

  it('gives each topic its verdict', () => {
    expect(explanation.topics.map(({ topic, verdict }) => [topic.id, verdict])).toEqual([
      ['grasping', 'matched'],
      ['learning', 'no phrase'],
      ['benchmarks', 'no phrase'],
      ['legs', 'excluded'],
      ['control', 'other categories'],
      ['worlds', 'no context'],
      ['touch', 'no phrase'],
    ]);
  });

  it('gives each category its rule, and the one that decided', () => {
    expect(explanation.categories).toEqual([
      { category: 'cs.LG', rule: 'matching' },
      { category: 'stat.ML', rule: null },
    ]);
    expect(explanation.kept).toEqual({ category: 'cs.LG', rule: 'matching' });
  });

  it('shows on the terminal what stands where, and why it counts or does not', () => {
    expect(explanationText(explanation, paper)).toMatchInlineSnapshot(`
      "Categories: cs.LG (matching), stat.ML (not listed)

      grasping: yes
        + title "grasp": [Grasps] in world models

      learning: no, nothing that counts
        · abstract "reinforcement learning": Unlike [reinforcement learning] (RL), control by gait of an exoskeleton… (counts in the title, or in two sentences of the abstract)
        · abstract "RL": Unlike reinforcement learning ([RL]), control by gait of an exoskeleton is … (counts in the title, or in two sentences of the abstract)

      benchmarks: no, nothing that counts
        · abstract "benchmark": …an exoskeleton is shown to a robot on a [benchmark]. (counts in the title only)

      legs: no, an excluded phrase is there
        + abstract "gait": …reinforcement learning (RL), control by [gait] of an exoskeleton is shown to a robot o…
        - abstract "exoskeleton": …nt learning (RL), control by gait of an [exoskeleton] is shown to a robot on a benchmark. (excluded)

      control: no, the topic is for other categories
        + abstract "control": Unlike reinforcement learning (RL), [control] by gait of an exoskeleton is shown to a…
        - not in eess.SY

      worlds: no, the paper is not in the topic’s context
        + title "world model": Grasps in [world models]
        - context robots: "robot" in one sentence only

      No phrase of: touch
      Kept: cs.LG keeps what a topic matches; topics grasping."
    `);
  });
});

it('a paper of a category with `all` is kept without a topic', () => {
  const other = { title: 'On wires', abstract: null, categories: ['cs.RO'] };
  expect(explanationText(explain({ topics, rules }, other), other)).toMatchInlineSnapshot(`
    "Categories: cs.RO (all)

    No phrase of: grasping, learning, benchmarks, legs, control, worlds, touch
    Kept: every paper of cs.RO is; no topic."
  `);
});

it('a paper that no rule keeps is not kept, whatever matches', () => {
  const other = { title: 'A tactile robot’s world model', abstract: null, categories: ['hep-th'] };
  expect(explanationText(explain({ topics, rules }, other), other)).toMatchInlineSnapshot(`
    "Categories: hep-th (not listed)

    worlds: yes
      + title "world model": A tactile robot’s [world model]
      + context robots: "robot"

    touch: yes
      + title "tactile": A [tactile] robot’s world model

    No phrase of: grasping, learning, benchmarks, legs, control
    Not kept: topics worlds, touch; no category of the config keeps it."
  `);
});
