import { z } from 'astro/zod';

/** The part of JSON Schema that these schemas come out as. */
export interface SchemaNode {
  description?: string;
  properties?: Record<string, SchemaNode>;
  additionalProperties?: SchemaNode | false;
  propertyNames?: SchemaNode;
  items?: SchemaNode;
  anyOf?: SchemaNode[];
  enum?: string[];
}

const roots = new WeakMap<z.ZodType, SchemaNode>();

/** What a schema says about the place at a path, or `undefined` where it says nothing. */
export function schemaNode(
  schema: z.ZodType,
  path: readonly PropertyKey[],
): SchemaNode | undefined {
  let root = roots.get(schema);
  if (root === undefined) {
    root = z.toJSONSchema(schema, { io: 'input' });
    roots.set(schema, root);
  }
  return path.reduce<SchemaNode | undefined>(child, root);
}

function child(node: SchemaNode | undefined, key: PropertyKey): SchemaNode | undefined {
  if (node === undefined) return undefined;
  if (node.anyOf) return node.anyOf.map((option) => child(option, key)).find((found) => found);
  if (typeof key === 'number') return node.items;
  return node.properties?.[String(key)] ?? (node.additionalProperties || undefined);
}

/** The keys that may stand at a place; empty when any may. */
export function keysAt(node: SchemaNode | undefined): string[] {
  if (node?.anyOf) return node.anyOf.flatMap(keysAt);
  return node?.propertyNames?.enum ?? Object.keys(node?.properties ?? {});
}
