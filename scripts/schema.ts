/**
 * `npm run schema`: writes what is made from the code: `public/config.schema.json` from the schema in `src/config/`, the
 * guides to the environment from the table in `src/env/`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { configJsonSchemaText } from '../src/config/config-json-schema.ts';
import { environmentGuide, GUIDES } from '../src/env/environment-guide.ts';

const files = {
  'public/config.schema.json': configJsonSchemaText(),
  [GUIDES.en]: environmentGuide('en'),
  [GUIDES.zh]: environmentGuide('zh'),
};
for (const [file, text] of Object.entries(files)) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  console.log(`${file} written`);
}
