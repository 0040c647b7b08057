/** `npm start`: the daily run, then serves the result and prints its URL, until it is stopped. */
import { loadEnvironment } from '../src/env/load-environment.ts';
import { buildSite } from './command/build-site.ts';
import { DONE, runCommand } from './command/exit-code.ts';
import { prepareRun } from './command/prepare-run.ts';
import { requestedPort } from './command/requested-port.ts';
import { updateData } from './command/update-data.ts';

await runCommand(async () => {
  const port = requestedPort(loadEnvironment());
  const run = await prepareRun();
  const warnings = await updateData(run);
  const built = await buildSite();
  if (built !== DONE) return built;
  // once more, as the build has scrolled them away; the address comes last
  for (const warning of warnings) run.log.warn(warning);
  const { preview } = await import('astro');
  // takes the next free port when this one is in use, and prints the address with the base path
  const server = await preview({ server: { port } });
  await server.closed();
  return DONE;
});
