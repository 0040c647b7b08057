import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('the shared types import nothing, so that every stage may share them', () => {
  const source = readFileSync('src/paper.ts', 'utf8');
  expect(source).not.toMatch(/^import /m);
});
