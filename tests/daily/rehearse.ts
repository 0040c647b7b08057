/**
 * Fills a data folder by simulated daily runs, with receipts, states and whatever befell the days:
 * `node tests/daily/rehearse.ts <folder> [--real] [--days n]` — invented papers, or the real records where they are.
 */
import { parseArgs } from 'node:util';
import { startRehearsal } from './rehearsal.ts';
import { invented, realMay } from './thirty-day-cases.ts';
import { runThirtyDays } from './thirty-days.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { real: { type: 'boolean', default: false }, days: { type: 'string', default: '30' } },
});
const [dir] = positionals;
if (dir === undefined || !/^\d+$/.test(values.days)) {
  console.error('usage: node tests/daily/rehearse.ts <folder> [--real] [--days n]');
  process.exit(2);
}
const { papers, config, scenario } = values.real ? await realMay() : invented();
const rehearsal = await startRehearsal({ papers, config, dir });
const told = await runThirtyDays(rehearsal, scenario, () => false, Number(values.days));
await rehearsal.server.close();
console.log(`${dir} as it is after the run of ${told.at(-1)?.day ?? 'no day'}`);
