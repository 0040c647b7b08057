import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HubError, readHubList } from './hub-dataset.ts';

const entry = {
  id: 'lerobot/invented',
  private: false,
  downloads: 4200,
  likes: 7,
  lastModified: '2026-10-01T08:00:00.000Z',
  createdAt: '2025-02-01T08:00:00.000Z',
  tags: [
    'license:apache-2.0',
    'arxiv:2403.12945',
    'arxiv:2601.1',
    'modality:video',
    'modality:tabular',
    'LeRobot',
    'size_categories:1K<n<10K',
  ],
};

it('a list gives figures, licence by its SPDX id, papers and modalities of each dataset', () => {
  expect(readHubList(JSON.stringify([entry])).datasets).toEqual([
    {
      id: 'lerobot/invented',
      downloads: 4200,
      likes: 7,
      lastModified: '2026-10-01T08:00:00Z',
      created: '2025-02-01T08:00:00Z',
      licence: 'Apache-2.0',
      papers: ['2403.12945'],
      modalities: ['rgb'],
      tags: ['LeRobot'],
    },
  ]);
});

it('what is private, or not of the form, is named', () => {
  const { datasets, rejected } = readHubList(
    JSON.stringify([
      { ...entry, private: true },
      { ...entry, id: '../etc' },
      { id: 'a/b', downloads: 'many' },
      3,
    ]),
  );
  expect(datasets).toEqual([]);
  expect(rejected.map(({ where }) => where)).toEqual([
    'lerobot/invented',
    'dataset 2',
    'dataset 3',
    'dataset 4',
  ]);
});

it('an answer that is no list is refused', () => {
  expect(() => readHubList('{"error":"x"}')).toThrow('does not answer with a list');
  expect(() => readHubList('[{"id":')).toThrow(HubError);
});

it('whatever the list, each entry is there or named', () => {
  const near = fc.record({
    id: fc.oneof(fc.constant('a/b'), fc.string()),
    tags: fc.array(fc.string()),
    downloads: fc.oneof(fc.nat(), fc.double()),
  });
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.jsonValue(), near)), (entries) => {
      const { datasets, rejected } = readHubList(JSON.stringify(entries));
      expect(datasets.length + rejected.length).toBe(entries.length);
    }),
  );
});
