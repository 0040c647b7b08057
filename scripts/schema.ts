/**
 * `npm run schema`: writes what is made from the code: `public/config.schema.json` and the tables of keys in the guides to
 * the configuration from the schema in `src/config/`, the guides to the environment from the table in `src/env/`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { configJsonSchemaText } from '../src/config/config-json-schema.ts';
import { CONFIGURATION_GUIDES, configurationGuide } from '../src/config/configuration-guide.ts';
import { environmentGuide, GUIDES } from '../src/env/environment-guide.ts';

const files: Record<string, string> = {
  'public/config.schema.json': configJsonSchemaText(),
  [GUIDES.en]: environmentGuide('en'),
  [GUIDES.zh]: environmentGuide('zh'),
};
for (const lang of ['en', 'zh'] as const) {
  const guide = CONFIGURATION_GUIDES[lang];
  files[guide] = configurationGuide(lang, await readFile(guide, 'utf8'));
}
for (const [file, text] of Object.entries(files)) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  console.log(`${file} written`);
}
