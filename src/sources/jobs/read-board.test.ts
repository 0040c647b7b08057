import fc from 'fast-check';
import { expect, it } from 'vitest';
import { JobListError } from './listed-job.ts';
import { readGreenhouse, readLever } from './read-board.ts';

const greenhouse = {
  jobs: [
    {
      id: 1,
      title: 'Dexterity Intern',
      absolute_url: 'https://boards.example.com/1',
      location: { name: 'San Jose, CA; Remote' },
      first_published: '2026-11-20T10:00:00-05:00',
    },
    { id: 2, title: 'Controls', absolute_url: 'javascript:alert(1)', location: null },
    { id: 3, absolute_url: 'https://boards.example.com/3' },
  ],
  meta: { total: 3 },
};
const lever = [
  {
    text: 'Perception Engineer',
    hostedUrl: 'https://jobs.example.com/1',
    createdAt: Date.parse('2026-11-01T00:00:00Z'),
    workplaceType: 'remote',
    categories: { location: 'Boston', allLocations: ['Boston', '上海'], commitment: 'Full-time' },
  },
];

it('a Greenhouse board gives its jobs, and names those that cannot be used', () => {
  expect(readGreenhouse(JSON.stringify(greenhouse), 'Acme')).toEqual({
    jobs: [
      {
        company: 'Acme',
        title: 'Dexterity Intern',
        places: ['San Jose, CA', 'Remote'],
        type: 'internship',
        posted: '2026-11-20',
        url: 'https://boards.example.com/1',
      },
    ],
    rejected: [
      { where: 'job 2', why: 'its link is not usable' },
      { where: 'job 3', why: 'it lacks a title or a link' },
    ],
  });
});

it('a Lever board gives its jobs', () => {
  expect(readLever(JSON.stringify(lever), 'Acme').jobs).toEqual([
    {
      company: 'Acme',
      title: 'Perception Engineer',
      places: ['Boston', 'Shanghai', 'Remote'],
      type: 'full-time',
      posted: '2026-11-01',
      url: 'https://jobs.example.com/1',
    },
  ]);
});

it.each([
  ['cut', '{"jobs":[{"title"', 'does not answer with JSON'],
  ['a page', '<html>', 'does not answer with JSON'],
  ['an error', '{"status":404}', 'does not answer with a list'],
])('an answer that is %s is refused', (_, body, why) => {
  expect(() => readGreenhouse(body, 'Acme')).toThrow(why);
  expect(() => readLever(body, 'Acme')).toThrow(why);
});

it('whatever the JSON, each entry is there or named', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (entries) => {
      const { jobs, rejected } = readLever(JSON.stringify(entries), 'Acme');
      expect(jobs.length + rejected.length).toBe(entries.length);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (body) => {
      try {
        readGreenhouse(body, 'Acme');
      } catch (error) {
        expect(error).toBeInstanceOf(JobListError);
      }
    }),
  );
});
