import { z } from 'astro/zod';
import { configFileSchema } from './schema.ts';

/** The JSON Schema of `config.yaml`, for editors: what may be written, before defaults are filled in. */
export function configJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(configFileSchema, {
    io: 'input',
    // Draft 7 is what YAML language servers read.
    target: 'draft-7',
  });
  return {
    $schema,
    title: 'Embodied Pulse: config.yaml',
    ...schema,
  };
}

/** The text of `public/config.schema.json`. */
export function configJsonSchemaText(): string {
  return `${JSON.stringify(configJsonSchema(), null, 2)}\n`;
}
