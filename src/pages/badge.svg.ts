import type { APIRoute } from 'astro';
import { badgeOf, badgeSvg } from '../health/badge.ts';
import { archive } from '../query/shared-archive.ts';

/** The badge itself, for who asks no other host. */
export const GET: APIRoute = async () =>
  new Response(badgeSvg(badgeOf((await archive()).health().status)), {
    headers: { 'content-type': 'image/svg+xml; charset=utf-8' },
  });
