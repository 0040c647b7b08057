/** The lists that ship: how much of the field they cover. Their form is checked by the readers. */
import { describe, expect, it } from 'vitest';
import { readDatasets } from './read-datasets.ts';
import { readEmployers } from './read-employers.ts';

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

describe('data/datasets.yaml', async () => {
  const datasets = await readDatasets();

  it('lists at least 45 datasets, of robots, of people and of simulators', () => {
    expect(datasets.length).toBeGreaterThanOrEqual(45);
    const bodies = new Set(datasets.flatMap(({ embodiments }) => embodiments));
    expect([...bodies]).toEqual(
      expect.arrayContaining(['arm', 'bimanual', 'humanoid', 'dexterous-hand', 'wheeled', 'human']),
    );
    expect(datasets.filter(({ simulated }) => simulated).length).toBeGreaterThan(10);
  });

  it('names no project or data page twice', () => {
    const pages = datasets.flatMap(({ project, data }) => [project, data]).filter((url) => url);
    expect(pages.filter((url, index) => pages.indexOf(url) !== index)).toEqual([]);
  });

  it('states a year that is within two of its paper’s', () => {
    const apart = datasets.filter(({ paper, year }) => {
      const written = paper === null ? year : 2000 + Number(paper.slice(0, 2));
      return Math.abs(written - year) > 2;
    });
    expect(apart.map(({ id }) => id)).toEqual([]);
  });

  it('describes each in words of its own', () => {
    const said = datasets.flatMap(({ description }) => [description.en, description.zh]);
    expect(said.length).toBe(sorted(said).length);
  });
});

describe('data/jobs.yaml', async () => {
  const employers = await readEmployers();

  it('lists at least 30 employers, of every kind', () => {
    expect(employers.length).toBeGreaterThanOrEqual(30);
    expect(sorted(employers.map(({ kind }) => kind))).toEqual(['company', 'lab', 'university']);
  });

  it('covers the United States, China, Europe, Japan and Korea', () => {
    const count = (...countries: string[]): number =>
      employers.filter(({ places }) => places.some(({ country }) => countries.includes(country)))
        .length;
    expect(count('US')).toBeGreaterThanOrEqual(5);
    expect(count('CN')).toBeGreaterThanOrEqual(5);
    expect(count('GB', 'DE', 'FR', 'CH', 'IT', 'NO')).toBeGreaterThanOrEqual(5);
    expect(count('JP')).toBeGreaterThanOrEqual(3);
    expect(count('KR')).toBeGreaterThanOrEqual(3);
  });
});
