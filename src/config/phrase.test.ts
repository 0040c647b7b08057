import { describe, expect, it } from 'vitest';
import { foldWord, isAcronym, phraseKey, phraseWords } from './phrase.ts';

describe('a word and its simple plural fold to one form', () => {
  it.each([
    ['robot', 'robots'],
    ['policy', 'policies'],
    ['box', 'boxes'],
    ['class', 'classes'],
    ['base', 'bases'],
    ['pose', 'poses'],
    ['bus', 'buses'],
    ['bias', 'biases'],
    ['movie', 'movies'],
    ['search', 'searches'],
    ['IMU', 'IMUs'],
    ['topic', 'topics'],
    ['Camera', 'cameras'],
    ['ﬁnger', 'fingers'],
  ])('%s, %s', (one, many) => {
    expect(foldWord(many)).toBe(foldWord(one));
  });

  it.each([
    ['robotic', 'robotics'],
    ['dynamic', 'dynamics'],
    ['physic', 'physics'],
    ['grasp', 'grasping'],
    ['language', 'languagebased'],
    ['los', 'loss'],
    ['focu', 'focus'],
    ['thi', 'this'],
    ['bia', 'bias'],
  ])('but %s is not %s', (one, other) => {
    expect(foldWord(other)).not.toBe(foldWord(one));
  });
});

describe('a phrase', () => {
  it('is words; hyphens and spaces part them alike', () => {
    expect(phraseWords('vision-language–action  model')).toEqual([
      'vision',
      'language',
      'action',
      'model',
    ]);
    expect(phraseKey('Vision-Language Models')).toBe(phraseKey('vision language model'));
  });

  it.each(['VLA', 'RL', 'SLAM', 'ALOHA', 'RT-2', 'UR5', 'G1'])(
    '%s is matched in capitals',
    (phrase) => {
      expect(isAcronym(phrase)).toBe(true);
    },
  );

  it.each(['LIBERO', 'RLbench', 'sim2real', 'Go2', '2026', 'RL policy'])('%s is not', (phrase) => {
    expect(isAcronym(phrase)).toBe(false);
  });

  it('in capitals is another phrase than in small letters', () => {
    expect(phraseKey('VLA')).not.toBe(phraseKey('vla'));
  });
});
