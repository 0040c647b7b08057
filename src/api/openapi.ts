import { resourceSchema, type JsonSchema } from './json-schema.ts';
import type { Resource } from './resource.ts';

export interface ApiIdentity {
  /** Title of the site. */
  name: string;
  /** Address of the site's root, with a slash at its end. */
  home: string;
}

/** Version of the contract: the first number changes with `/api/v1/`, the second with every field that is added. */
const CONTRACT = '1.0.0';

/** One OpenAPI 3.1 document of all resources (https://spec.openapis.org/oas/v3.1.1.html), whole in itself. */
export function openapi(resources: readonly Resource[], { name, home }: ApiIdentity): JsonSchema {
  const schemas: JsonSchema = {};
  const paths = resources.map((resource) => {
    const { $schema: _, $defs = {}, ...schema } = resourceSchema(resource);
    Object.assign(schemas, inComponents($defs));
    schemas[resource.name] = inComponents(schema);
    return [`/${resource.path}`, { get: operation(resource) }] as const;
  });
  return {
    openapi: '3.1.1',
    info: {
      title: `${name}: JSON`,
      version: CONTRACT,
      summary:
        'Static JSON files, written once a day. No key, no limit, CORS open where the host allows it.',
      license: { name: 'CC0 1.0 (arXiv metadata)', identifier: 'CC0-1.0' },
    },
    servers: [{ url: home }],
    paths: Object.fromEntries(paths),
    components: { schemas },
  };
}

function operation({ name, title, description, parameters = {} }: Resource): JsonSchema {
  return {
    operationId: name,
    summary: title.en,
    description: description.en,
    parameters: Object.entries(parameters).map(([parameter, meaning]) => ({
      name: parameter,
      in: 'path',
      required: true,
      description: meaning.en,
      schema: { type: 'string' },
    })),
    responses: {
      200: {
        description: title.en,
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
      },
      404: { description: 'There is no such file.' },
    },
  };
}

/** References within a schema, rewritten to where OpenAPI keeps schemas. */
function inComponents(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(inComponents);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string'
        ? value.replace('#/$defs/', '#/components/schemas/')
        : inComponents(value),
    ]),
  );
}
