import type { Check } from './context.ts';
import { ok, problem, type Finding } from './finding.ts';

const NEEDED = 24;

/** @param version of Node, `24.21.0` */
export function judgeNode(version: string): Finding {
  const major = Number.parseInt(version, 10);
  return major >= NEEDED
    ? ok(`Node ${version}.`, process.execPath)
    : problem(
        `Node ${version} cannot run TypeScript as it is.`,
        process.execPath,
        `Run it as \`npm run …\`, which uses Node ${NEEDED} from node_modules (\`npm ci\`), or install Node ${NEEDED}.`,
      );
}

export const checkNode: Check = {
  name: 'node',
  look: () => [judgeNode(process.versions.node)],
};
