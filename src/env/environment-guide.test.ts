import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { environmentGuide, GUIDES } from './environment-guide.ts';
import { variableNames } from './variables.ts';

describe.each(['en', 'zh'] as const)('the guide to the environment (%s)', (lang) => {
  it('is what the table of variables says; else run npm run schema', () => {
    expect(readFileSync(GUIDES[lang], 'utf8')).toBe(environmentGuide(lang));
  });

  it('has one row a variable', () => {
    const rows = [...environmentGuide(lang).matchAll(/^\| `([A-Z][A-Z0-9_]+)` \|/gm)];
    expect(rows.map(([, name]) => name)).toEqual([...variableNames]);
  });
});
