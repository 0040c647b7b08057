/** The shipped topics on invented sentences: what each is for, and what must stay out. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';

const { topics } = await readConfig();
const matcher = compileTopics(topics);
const matched = (title: string, abstract: string, categories: string[]) =>
  matcher.match({ title, abstract, categories }).map(({ topic }) => topic);

describe('a title of robotics is in', () => {
  it.each([
    ['perception', 'Radar-inertial SLAM for dusty mines'],
    ['vision-language', 'A vision-language model that tidies kitchens'],
    ['tactile', 'Visuo-tactile sensing of ripe fruit'],
    ['vla', 'Small VLAs for small arms'],
    ['world-models', 'World models that do not forget'],
    ['imitation-learning', 'Diffusion policies from ten demonstrations'],
    ['reinforcement-learning', 'Deep reinforcement learning in the rain'],
    ['planning', 'Task and motion planning with moving doors'],
    ['navigation', 'Object-goal navigation in warehouses'],
    ['manipulation', 'Grasping wet glass'],
    ['dexterous', 'A five-fingered hand of paper'],
    ['bimanual-mobile', 'Bimanual folding on a mobile manipulator'],
    ['humanoid', 'Humanoids on ice'],
    ['legged', 'Quadrupedal locomotion over rubble'],
    ['control-design', 'Model-predictive control of a crane'],
    ['vehicles', 'Quadrotors between trees'],
    ['human-robot', 'Teleoperation over slow links'],
    ['sim-to-real', 'Sim2real without tears'],
    ['benchmarks', 'A benchmark of kitchens'],
    ['safety', 'Control barrier functions for tall robots'],
  ])('%s: %s', (topic, title) => {
    expect(matched(title, 'We say more below.', ['cs.RO'])).toContain(topic);
  });
});

it('every shipped topic has such a title', () => {
  expect(topics.map(({ id }) => id)).toHaveLength(20);
});

describe('stays out', () => {
  it.each([
    [
      'a language model’s world model',
      'World models in language models',
      'We probe them.',
      'cs.CL',
    ],
    ['image manipulation', 'Detecting image manipulation', 'Forged faces are found.', 'cs.CV'],
    [
      'reward models of chat',
      'Reinforcement learning from human feedback',
      'RL tunes a chatbot.',
      'cs.LG',
    ],
    [
      'robots named as one application',
      'Depth from one image',
      'It serves robots and cars.',
      'cs.CV',
    ],
    ['a benchmark of code', 'A benchmark for code repair', 'A dataset of bugs.', 'cs.AI'],
    ['safety of chat', 'Jailbreak attacks on chatbots', 'Safe models resist.', 'cs.AI'],
  ])('%s', (_, title, abstract, category) => {
    expect(matched(title, abstract, [category])).toEqual([]);
  });

  it('what an abstract names once, in passing', () => {
    const abstract =
      'Grippers are driven by cables. Unlike reinforcement learning (RL), ours needs no trials.';
    expect(matched('A lighter tendon', abstract, ['cs.RO'])).not.toContain(
      'reinforcement-learning',
    );
  });

  it('a failure that is about angles of attack', () => {
    const abstract = 'At large angles of attack it stalls. The angle of attack is measured.';
    expect(matched('A winged blimp', abstract, ['cs.RO'])).not.toContain('safety');
  });
});

describe('outside robotics is in, when it is about embodied agents', () => {
  it.each([
    ['vla', 'Pruning vision-language-action models', 'cs.CV'],
    ['navigation', 'Memory for vision-and-language navigation', 'cs.CV'],
    ['vision-language', 'Embodied agents that ask first', 'cs.AI'],
    ['world-models', 'A world model for humanoid robots', 'cs.LG'],
    ['human-robot', 'What people expect of social robots', 'cs.HC'],
  ])('%s: %s', (topic, title, category) => {
    expect(matched(title, '', [category])).toContain(topic);
  });
});
