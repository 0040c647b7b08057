/** What the records of news, jobs and datasets are made of. Fields that are not named pass: a fork's, or a newer program's. */
import { z } from 'astro/zod';
import { isPaperId } from '../text/ids.ts';

export const id = z.string().min(1).max(200);
export const text = z.string().min(1);
export const day = z.iso.date();
export const instant = z.iso.datetime({ precision: 0 });
export const address = z.string().regex(/^https?:\/\//, 'must be an http(s) address');
export const paperId = z.string().refine(isPaperId, 'is not an arXiv id without version');
