import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorSlug, shelfOf } from './author-slug.ts';

describe('authorSlug', () => {
  it.each([
    ['Shanghang Zhang', 'shanghang-zhang'],
    ['Łukasz Dvořák', 'lukasz-dvorak'],
    ['J.-P. Serre', 'j-p-serre'],
    ['Anders Østergård', 'anders-ostergard'],
    ['Jürgen Strauß', 'jurgen-strauss'],
    ["Tim O'Shea", 'tim-o-shea'],
    ['张三', '张三'],
    ['../../etc', 'etc'],
    ['<script>', 'script'],
    ['…', ''],
  ])('folds %s to %s', (name, slug) => {
    expect(authorSlug(name)).toBe(slug);
  });

  it('is the same for a name however its marks are encoded', () => {
    expect(authorSlug('Dvořák')).toBe(authorSlug('Dvořák'.normalize('NFD')));
  });

  it('gives one safe part of a path for any text, and itself when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        const slug = authorSlug(name);
        expect(slug).not.toMatch(/[\s/\\.<>"'&#?%]/);
        expect(slug).not.toMatch(/^-|-$/);
        expect(authorSlug(slug)).toBe(slug);
      }),
    );
  });
});

describe('shelfOf', () => {
  it.each([
    ['shanghang-zhang', 'sha'],
    ['jo-smith', 'jo'],
    ['y-wang', 'y'],
    ['conrad-meyer', 'con-'],
    ['张三', '张三'],
  ])('puts %s on %s', (slug, shelf) => {
    expect(shelfOf(slug)).toBe(shelf);
  });
});
