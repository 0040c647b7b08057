import type { APIRoute } from 'astro';
import { badgeOf } from '../health/badge.ts';
import { archive } from '../query/shared-archive.ts';

/** For `https://img.shields.io/endpoint?url=…/badge.json`. */
export const GET: APIRoute = async () => Response.json(badgeOf((await archive()).health().status));
