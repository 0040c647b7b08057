import { expect, it } from 'vitest';
import type { Employer } from '../records/job.ts';
import { employerFinder, publisherFinder } from './employer-finder.ts';
import { nameFinder } from './name-dictionary.ts';

const employer = (id: string, name: string, given: Partial<Employer> = {}): Employer => ({
  id,
  name,
  kind: 'company',
  places: [{ city: 'Lyon', country: 'FR' }],
  careers: `https://${id}.example.com/jobs`,
  site: `https://www.${id}.example.com/`,
  focus: { en: 'Arms.', zh: '机械臂。' },
  first_seen: '2026-11-01',
  ...given,
});
const employers = [
  employer('figure', 'Figure', { mentioned_as: ['Figure AI', '费格机器人'] }),
  employer('meridian', 'Meridian Robotics'),
  employer('tern', 'Tern Lab', { kind: 'university', site: 'https://tern.example.edu/' }),
];

it('a thing with other names is found by those, and not by a name that is a common word', () => {
  const find = nameFinder(employers);
  const of = (title: string) => find({ title, abstract: null });
  expect(of('Figure 3 shows the arm')).toEqual([]);
  expect(of('Figure AI hires, says Meridian  Robotics')).toEqual(['figure', 'meridian']);
  expect(of('费格机器人发布新机型')).toEqual(['figure']);
  expect(of('a meridian robotics of sorts')).toEqual([]);
});

it.each([
  ['an affiliation', [{ name: 'A', affiliation: 'Meridian Robotics, Lyon' }], [], ['meridian']],
  ['a page of its own', [], ['https://meridian.example.com/paper'], ['meridian']],
  ['a page below its address', [], ['https://research.meridian.example.com/p'], ['meridian']],
  ['an address that only ends alike', [], ['https://notmeridian.example.com/p'], []],
  ['a page at a university', [], ['https://tern.example.edu/~ada/p'], []],
  ['none of these', [{ name: 'Meridian Robotics' }], ['https://github.com/x/y'], []],
])('a paper with %s comes from %j', (_, authors, urls, from) => {
  const links = urls.map((url) => ({ kind: 'project' as const, url }));
  expect(employerFinder(employers)({ authors, links })).toEqual(from);
});

it('a dataset is published by an employer that its publisher is, in any capitals, or names', () => {
  const find = publisherFinder(employers);
  expect(find({ publisher: 'meridian robotics' })).toEqual(['meridian']);
  expect(find({ publisher: 'Stanford University and Meridian Robotics' })).toEqual(['meridian']);
  expect(find({ publisher: 'figure' })).toEqual(['figure']);
  expect(find({ publisher: 'Tern University' })).toEqual([]);
});
