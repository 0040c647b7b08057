import { z } from 'astro/zod';
import type { Resource } from './resource.ts';

export type JsonSchema = Record<string, unknown>;

export interface SchemaOptions {
  /**
   * Whether fields that the schema does not name are refused. The published schemas let them pass, as fields are added
   * over time; tests refuse them, so that each is documented.
   */
  strict?: boolean;
}

/** The JSON Schema (2020-12) of a resource, whole in itself. */
export function resourceSchema(
  { schema, title }: Pick<Resource, 'schema' | 'title'>,
  { strict = false }: SchemaOptions = {},
): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      if (!strict && jsonSchema.additionalProperties === false)
        delete jsonSchema.additionalProperties;
      // Formats say the same and read better.
      if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time')
        delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return { $schema, title: title.en, ...rest };
}
