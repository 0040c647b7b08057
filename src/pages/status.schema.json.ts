import type { APIRoute } from 'astro';
import { z } from 'astro/zod';
import { statusSchema } from '../health/status-schema.ts';

/** The form of `/status.json`, as JSON Schema. */
export const GET: APIRoute = () => Response.json(z.toJSONSchema(statusSchema));
