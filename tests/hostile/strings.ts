/**
 * Strings that outside documents may hold to run a script in a reader's browser. Each one that could run calls
 * `__hit(n)`, n being its place in the list: a page that defines `__hit` and shows them all must never see it called.
 */
import { BREAKOUTS } from './breakouts.ts';
import { DISGUISES } from './disguises.ts';
import { ELEMENTS } from './elements.ts';
import { FORMULAS } from './formulas.ts';
import { URLS } from './urls.ts';

/** The name of the function that every string tries to call. */
export const HIT = '__hit';

/** All of them, one text each, in a fixed order; addresses last. */
export const HOSTILE_STRINGS: readonly string[] = [
  ...ELEMENTS,
  ...BREAKOUTS,
  ...DISGUISES,
  ...FORMULAS,
  ...URLS,
].map((text, n) => text.replaceAll('HIT', `${HIT}(${n})`));

/** Those of them that must never become a link. */
export const HOSTILE_URLS: readonly string[] = HOSTILE_STRINGS.slice(-URLS.length);
