import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './context.ts';
import { note, ok, problem, warning, type Finding } from './finding.ts';

/** What Netlify is told; the settings of GitHub Pages are looked at with the repository's. */
export const checkHosting: Check = {
  name: 'hosting',
  look({ root }) {
    return netlify(join(root, 'netlify.toml'));
  },
};

/** The few settings that matter, line by line: `key = "value"` below a `[section]`. */
function netlify(file: string): Finding[] {
  if (!existsSync(file))
    return [
      note(
        'There is no netlify.toml: Netlify would guess.',
        file,
        'Nothing, unless the site is deployed by Netlify.',
      ),
    ];
  const settings = new Map<string, string>();
  let section = '';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    section = /^\s*\[+([^\]]+)\]+/.exec(line)?.[1] ?? section;
    const [, key, value] = /^\s*([\w-]+)\s*=\s*"(.*)"\s*$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) settings.set(`${section}.${key}`, value);
  }
  const found: Finding[] = [];
  if (settings.get('build.publish') !== 'dist') {
    found.push(
      problem(
        `Netlify would publish "${settings.get('build.publish') ?? ''}".`,
        `${file} [build] publish`,
        'Set publish = "dist".',
      ),
    );
  }
  if (!/\bbuild\b/.test(settings.get('build.command') ?? '')) {
    found.push(
      problem(
        'Netlify would not build the site.',
        `${file} [build] command`,
        'Set command = "npm run build".',
      ),
    );
  }
  const node = Number.parseInt(settings.get('build.environment.NODE_VERSION') ?? '', 10);
  if (!(node >= 24)) {
    found.push(
      warning(
        'Netlify’s Node is not named, or too old.',
        `${file} [build.environment] NODE_VERSION`,
        'Set NODE_VERSION = "24".',
      ),
    );
  }
  return found.length > 0 ? found : [ok('netlify.toml builds and publishes dist/.', file)];
}
