import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../src/config/config.ts';
import type { Environment } from '../../src/env/read-env.ts';

/**
 * How the project names itself to the hosts that it asks: name, version, and where its operator can be reached:
 * `site.contact` of config.yaml, the repository, or what the workflow knows of it.
 */
export function userAgent(site: Config['site'], environment: Environment): string {
  const contact = site.contact ?? site.repository ?? ownRepository(environment) ?? site.url;
  return `EmbodiedPulse/${version()} (${contact === undefined ? 'no contact set' : `+${ascii(contact)}`})`;
}

/** As GitHub Actions names it. */
function ownRepository(environment: Environment): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
  return server && repository ? `${server}/${repository}` : undefined;
}

function version(): string {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
  const manifest: { version: string } = JSON.parse(text);
  return manifest.version;
}

/** A header holds ASCII only. */
const ascii = (text: string): string => text.replaceAll(/[^\x21-\x7e]+/g, '-');
