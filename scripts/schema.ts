/** `npm run schema`: writes `public/config.schema.json` from the schema in `src/config/`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { configJsonSchemaText } from '../src/config/config-json-schema.ts';

const file = 'public/config.schema.json';
await mkdir('public', { recursive: true });
await writeFile(file, configJsonSchemaText());
console.log(`${file} written`);
