import { describe, expect, it } from 'vitest';
import { accentsToUnicode, oneLine, oneLineOrNull, paragraphs } from './answer-text.ts';

describe('text of an answer', () => {
  it('is one line for a title, and nothing for nothing', () => {
    expect(oneLine('A title\n  that was wrapped')).toBe('A title that was wrapped');
    expect(oneLineOrNull(' \n ')).toBeNull();
    expect(oneLineOrNull(undefined)).toBeNull();
  });

  it('keeps the paragraphs of an abstract and nothing else of its line breaks', () => {
    expect(paragraphs('  First line\nwent on.\n  Second paragraph.\n\nThird.\n')).toBe(
      'First line went on.\nSecond paragraph.\nThird.',
    );
    expect(paragraphs(' \n ')).toBeNull();
  });
});

describe('accents in titles and abstracts', () => {
  it.each([
    [String.raw`Schr\"odinger and {\"O}zg{\"u}r`, 'Schrödinger and Özgür'],
    [String.raw`\v{S}ime, \"{o}, Erd\H{o}s, na\"{\i}ve, \c c`, 'Šime, ö, Erdős, naïve, ç'],
    [String.raw`\o{} \ss{} {\L}ojasiewicz stra\ss e`, 'ø ß Łojasiewicz straße'],
    [
      String.raw`{\textit{Poincar\'{e}}} {Schr\"odinger}`,
      String.raw`{\textit{Poincaré}} {Schrödinger}`,
    ],
    [String.raw`the \beta in $\"x$ and $\vec{v}$, \textbf{bold}, \cite{x}, 50\%`, null],
    ['no TeX at all', null],
  ])('%s', (tex, unicode) => {
    expect(accentsToUnicode(tex)).toBe(unicode ?? tex);
  });
});
