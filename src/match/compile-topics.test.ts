import { describe, expect, it } from 'vitest';
import { compileTopics } from './compile-topics.ts';
import { aTopic } from './reference/a-topic.ts';

/** What of the title a single phrase matches, or `null`. */
function matched(phrase: string, title: string): string | null {
  const [match] = compileTopics([aTopic('t', { include: [phrase] })]).match({
    title,
    abstract: null,
    categories: [],
  });
  return match ? title.slice(match.start, match.end) : null;
}

describe('a phrase matches', () => {
  it.each([
    [
      'vision-language-action model',
      'On Vision Language Action Models',
      'Vision Language Action Models',
    ],
    ['vision language action', 'Vision-Language-Action', 'Vision-Language-Action'],
    ['vision-language-action', 'vision–language‑action', 'vision–language‑action'],
    ['vision-language-action', 'vision--language--action', 'vision--language--action'],
    ['policy', 'Policies', 'Policies'],
    ['policies', 'a policy', 'policy'],
    ['robot hand', 'robot\nhands', 'robot\nhands'],
    ['robot hand', 'robot~hand', 'robot~hand'],
    ['robot hand', String.raw`\emph{Robot} hands`, 'Robot} hands'],
    ['humanoid', '{H}umanoid', 'H}umanoid'],
    ['vision-language', 'vision-\nlanguage', 'vision-\nlanguage'],
    ['VLA', 'a VLA policy', 'VLA'],
    ['VLA', 'two VLAs', 'VLAs'],
    ['VLA', 'VLA-based', 'VLA'],
    ['VLA', String.raw`\textbf{VLA}s`, 'VLA}s'],
    ['RT-2', 'beyond RT-2', 'RT-2'],
    ['LIBERO', 'on Libero', 'Libero'],
    ['具身智能', '面向 具身智能 的', '具身智能'],
  ])('%s in "%s"', (phrase, title, found) => {
    expect(matched(phrase, title)).toBe(found);
  });
});

describe('a phrase does not match', () => {
  it.each([
    ['il', 'similar civil trail'],
    ['RL', 'world url Rl rl'],
    ['RL', 'RLHF'],
    ['MOT', 'motor'],
    ['GAN', 'organizing'],
    ['VLA', 'vla'],
    ['VLA', 'Vla'],
    ['grasp', 'grasping'],
    ['robotic', 'robotics'],
    ['world model', 'the world. Model it'],
    ['world model', 'the world, model'],
    ['robot manipulation', 'robots - manipulation'],
    ['robot manipulation', 'robots—manipulation'],
    ['vision language', 'vision/language'],
    ['vision-language', 'visionlanguage'],
  ])('%s in "%s"', (phrase, title) => {
    expect(matched(phrase, title)).toBeNull();
  });
});

describe('of several occurrences', () => {
  const matcher = compileTopics([
    aTopic('vla', { include: ['VLA', 'vision-language-action', 'vision-language-action model'] }),
    aTopic('hands', { include: ['hand'] }),
  ]);

  it('the title’s goes before an earlier one of the abstract', () => {
    const [match] = matcher.match({ title: 'Fast VLAs', abstract: 'VLA', categories: [] });
    expect(match).toMatchObject({ place: 'title', start: 5, end: 9 });
  });

  it('the longest goes before others that begin at the same word', () => {
    const title = 'Vision-language-action models (VLA)';
    const [match] = matcher.match({ title, abstract: null, categories: [] });
    expect(match?.phrase).toBe('vision-language-action model');
  });

  it('a phrase for the title only counts there, and there like any other', () => {
    const benchmarks = compileTopics([
      aTopic('benchmarks', { include: ['new benchmark'], title_include: ['benchmark'] }),
    ]);
    const places = (title: string, abstract: string) =>
      benchmarks
        .match({ title, abstract, categories: [] })
        .map(({ place, start }) => [place, start]);
    expect(places('A method', 'Best on each benchmark')).toEqual([]);
    expect(places('A benchmark', 'A new benchmark')).toEqual([['title', 2]]);
    expect(places('A method', 'A new benchmark')).toEqual([['abstract', 2]]);
  });

  it('a weak phrase counts in the title, or when two sentences of the abstract have it', () => {
    const learning = compileTopics([
      aTopic('rl', { include: ['RL policy'], weak_include: ['reinforcement learning', 'RL'] }),
    ]);
    const topics = (title: string, abstract: string) =>
      learning.match({ title, abstract, categories: [] }).map(({ place, start }) => [place, start]);
    expect(topics('Reinforcement learning', '')).toEqual([['title', 0]]);
    expect(topics('', 'Unlike RL, ours is simple.')).toEqual([]);
    expect(topics('', 'Unlike reinforcement learning (RL), ours is simple.')).toEqual([]);
    expect(topics('', 'Unlike RL and deep RL, ours is simple.')).toEqual([]);
    expect(topics('', 'We combine RL with search. RL alone fails.')).toEqual([['abstract', 11]]);
    expect(topics('', 'An RL policy.')).toEqual([['abstract', 3]]);
  });

  it('topics come in the order of the config, each once', () => {
    const matches = matcher.match({ title: 'Hands', abstract: 'hand, VLA, hand', categories: [] });
    expect(matches.map(({ topic: id, place }) => [id, place])).toEqual([
      ['vla', 'abstract'],
      ['hands', 'title'],
    ]);
  });
});

describe('a topic is left out', () => {
  const matcher = compileTopics([
    aTopic('legs', { include: ['locomotion'], exclude: ['C. elegans', 'zebrafish'] }),
    aTopic('control', { include: ['control'], categories: ['cs.RO', 'eess.SY'] }),
    aTopic('worlds', {
      include: ['world model'],
      context: { id: 'robots', categories: ['cs.RO'], phrases: ['robot'] },
    }),
  ]);
  const topics = (title: string, abstract: string, categories: string[] = []) =>
    matcher.match({ title, abstract, categories }).map((match) => match.topic);

  it('by an excluded phrase anywhere in the paper', () => {
    expect(topics('Locomotion', 'of robots')).toEqual(['legs']);
    expect(topics('Locomotion', 'of the zebrafish')).toEqual([]);
  });

  it('by its categories', () => {
    expect(topics('Control', '', ['math.OC', 'eess.SY'])).toEqual(['control']);
    expect(topics('Control', '', ['math.OC'])).toEqual([]);
  });

  it('out of its context, which a category or a phrase gives', () => {
    expect(topics('World models', 'for games', ['cs.LG'])).toEqual([]);
    expect(topics('World models', 'such as robots', ['cs.LG'])).toEqual([]);
    expect(topics('World models', 'For robots. Two robots.', ['cs.LG'])).toEqual(['worlds']);
    expect(topics('World models for robots', '', ['cs.LG'])).toEqual(['worlds']);
    expect(topics('World models', 'for games', ['cs.LG', 'cs.RO'])).toEqual(['worlds']);
  });
});
