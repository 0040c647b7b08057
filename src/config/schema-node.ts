import { z } from 'astro/zod';

type SchemaNode = z.core.JSONSchema.BaseSchema;

const roots = new WeakMap<z.ZodType, SchemaNode>();

/** What a schema says about the place at a path, or `undefined` where it says nothing. */
export function schemaNode(
  schema: z.ZodType,
  path: readonly PropertyKey[],
): SchemaNode | undefined {
  const root: SchemaNode = roots.get(schema) ?? z.toJSONSchema(schema, { io: 'input' });
  roots.set(schema, root);
  return path.reduce(child, node(root));
}

function child(parent: SchemaNode | undefined, key: PropertyKey): SchemaNode | undefined {
  if (parent?.anyOf) {
    return parent.anyOf.map((option) => child(node(option), key)).find((found) => found);
  }
  if (typeof key === 'number') return node(parent?.items);
  return node(parent?.properties?.[String(key)] ?? parent?.additionalProperties);
}

/** The keys that may stand at a place; empty when any may. */
export function keysAt(place: SchemaNode | undefined): string[] {
  if (place?.anyOf) return place.anyOf.flatMap((option) => keysAt(node(option)));
  const names = node(place?.propertyNames)?.enum?.map(String);
  return names ?? Object.keys(place?.properties ?? {});
}

/** What the keys at a place are, where the schema says so: `an arXiv category`. */
export function keyName(place: SchemaNode | undefined): string | undefined {
  return node(place?.propertyNames)?.description;
}

const node = (value: unknown): SchemaNode | undefined => (isNode(value) ? value : undefined);

const isNode = (value: unknown): value is SchemaNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
