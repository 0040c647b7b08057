import { readFileSync } from 'node:fs';
import { locations } from './locations.ts';

/** `config.yaml` as its owner wrote it, comments and all. */
export function configText(): string {
  return readFileSync(locations().configFile, 'utf8');
}
