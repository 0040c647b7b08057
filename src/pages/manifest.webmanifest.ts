import type { APIRoute } from 'astro';
import { webManifest } from '../components/web-manifest.ts';

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await webManifest()), {
    headers: { 'content-type': 'application/manifest+json' },
  });
