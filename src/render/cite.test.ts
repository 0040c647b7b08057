import { describe, expect, it } from 'vitest';
import { bibtex, ris } from './cite.ts';

const paper = {
  id: '2611.01234',
  title: 'The 5% rule & $\\pi_0$: a {half',
  authors: [{ name: 'Jürgen Müller' }, { name: 'Research and Robots Group' }],
  submitted: '2026-11-20T10:00:00Z',
  primary_category: 'cs.RO',
  doi: null,
};

describe('bibtex', () => {
  it('writes an entry with paired braces and escaped signs', () => {
    const entry = bibtex(paper);
    expect(entry).toContain('title = {{The 5\\% rule \\& $\\pi_0$: a half}}');
    expect(entry).toContain('author = {Jürgen Müller and {Research and Robots Group}}');
    expect(entry.match(/\{/g)?.length).toBe(entry.match(/\}/g)?.length);
  });

  it('makes a key of plain letters, and falls back on the id', () => {
    expect(bibtex(paper)).toMatch(/^@misc\{muller2026rule,/);
    expect(bibtex({ ...paper, authors: [] })).toMatch(/^@misc\{arxiv:2611\.01234,/);
    expect(bibtex({ ...paper, authors: [{ name: '张梅' }] })).toMatch(/^@misc\{arxiv:/);
  });

  it('names the DOI when there is one', () => {
    expect(bibtex({ ...paper, doi: '10.1000/x' })).toContain('doi = {10.1000/x}');
  });
});

describe('ris', () => {
  it('has one line a field, ended by CR LF, and ends with ER', () => {
    const lines = ris(paper).split('\r\n');
    expect(lines[0]).toBe('TY  - UNPB');
    expect(lines.filter((line) => line.startsWith('AU  - '))).toHaveLength(2);
    expect(lines.at(-2)).toBe('ER  - ');
  });
});
