import { RESOURCES } from '../api/all-resources.ts';
import { resourceSchema } from '../api/json-schema.ts';
import { openapi } from '../api/openapi.ts';
import { filePath, jsonText, type ApiSource, type Resource } from '../api/resource.ts';
import type { Archive } from '../query/archive.ts';
import type { EmitGroup } from './emit/groups.ts';
import type { SiteAddress } from './site-address.ts';

/** Keys of what depends on the code, the config and the address alone: the salt of all emitted files covers them. */
const BY_CODE = 'code';

/** Every JSON file: the resources, a schema for each, and the document that describes them all. */
export function apiGroups(archive: Archive, { site, base }: SiteAddress): EmitGroup[] {
  const home = `${site}${base}`;
  const source: ApiSource = { archive, home };
  return [
    ...RESOURCES.flatMap((resource) => resourceGroups(resource, source)),
    group('api/schema', null, BY_CODE, () =>
      RESOURCES.map((resource) => ({
        path: `api/schema/${resource.name}.json`,
        value: () => ({
          ...resourceSchema(resource),
          $id: `${home}api/schema/${resource.name}.json`,
        }),
      })),
    ),
    group('api/openapi', null, BY_CODE, () => [
      {
        path: 'api/openapi.json',
        value: () => openapi(RESOURCES, { name: archive.config.site.title.en, home }),
      },
    ]),
  ];
}

function resourceGroups({ name, path, folder, files }: Resource, source: ApiSource): EmitGroup[] {
  return files(source).map(({ values, key, build }) => {
    const place = filePath(path, values);
    return group(`api/${name}/${place}`, folder ?? null, key, () => [
      { path: place, value: build },
    ]);
  });
}

function group(
  name: string,
  folder: string | null,
  key: string,
  files: () => { path: string; value: () => unknown }[],
): EmitGroup {
  return {
    name,
    folder,
    key,
    files: () => files().map(({ path, value }) => ({ path, key, render: () => jsonText(value()) })),
  };
}
