import { expect, it } from 'vitest';
import { readConfig } from './read-config.ts';

it('the config that ships is valid', async () => {
  const config = await readConfig();
  expect(config.arxiv.categories['cs.RO']).toBe('all');
  expect(config.topics.length).toBeGreaterThanOrEqual(12);
  expect(config.topics.length).toBeLessThanOrEqual(20);
});

it('each layer has topics, and the layers are the four of the field', async () => {
  const { groups, topics } = await readConfig();
  expect(groups.map(({ id }) => id)).toEqual([
    'perception',
    'decision',
    'execution',
    'integration',
  ]);
  for (const { id } of groups) expect(topics.some(({ group }) => group === id)).toBe(true);
});

it('names the file that cannot be read and says what to do', async () => {
  await expect(readConfig('no/such/config.yaml')).rejects.toThrow(
    /no\/such\/config\.yaml:1:1 {2}cannot be read \(ENOENT.*run from the folder that holds it/,
  );
});
