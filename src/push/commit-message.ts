import { receiptBalance } from '../store/receipt-balance.ts';
import {
  isAnnouncementReceipt,
  type AnnouncementReceipt,
  type CategoryReceipt,
  type Receipt,
  type RunReceipt,
} from '../store/receipts.ts';

/**
 * The message of a data commit, made from the receipts that it brings: what was announced and what became of it, so that
 * `git log` reads as the record's own diary.
 */
export function commitMessage(receipts: readonly Receipt[]): string {
  const runs: RunReceipt[] = [];
  const announcements: AnnouncementReceipt[] = [];
  for (const receipt of receipts) {
    if (isAnnouncementReceipt(receipt)) announcements.push(receipt);
    else runs.push(receipt);
  }
  announcements.sort((a, b) => (a.date < b.date ? -1 : 1));
  const body = [...announcements.flatMap(announcementLines), ...runs.flatMap(runLines)];
  const subject = `data: ${subjectOf(announcements, runs)}`;
  return body.length === 0 ? `${subject}\n` : `${subject}\n\n${body.join('\n')}\n`;
}

function subjectOf(
  announcements: readonly AnnouncementReceipt[],
  runs: readonly RunReceipt[],
): string {
  const newest = announcements.at(-1);
  const added = sum(runs.map(({ merged }) => merged.added));
  const updated = sum(runs.map(({ merged }) => merged.updated));
  const when = newest?.date ?? runs.at(-1)?.at;
  const told = [
    `${added} new, ${updated} updated`,
    ...(newest && newest.state !== 'complete' ? [newest.state] : []),
    ...troubled(runs),
  ].join('; ');
  return when === undefined ? 'papers without a receipt' : `${when} — ${told}`;
}

/** Sources that do not answer as they should, by the last run. */
function troubled(runs: readonly RunReceipt[]): string[] {
  return Object.entries(runs.at(-1)?.sources ?? {}).flatMap(([name, { state }]) =>
    state === 'failing' || state === 'stale' ? [`${name} ${state}`] : [],
  );
}

function announcementLines(receipt: AnnouncementReceipt): string[] {
  const { date, state, categories } = receipt;
  const names = Object.keys(categories);
  if (names.length === 0) return [`${date} ${state}: no announcement was seen`];
  const wrong = receiptBalance(receipt).map(({ text }) => `  does not add up: ${text}`);
  return [
    `${date} ${state}`,
    ...Object.entries(categories).map(([name, category]) => `  ${balanceLine(name, category)}`),
    ...wrong,
  ];
}

/** `cs.RO 131 announced = 120 kept + 3 not matching + 8 duplicate + 0 failed` */
export function balanceLine(name: string, category: CategoryReceipt): string {
  const { announced, kept, not_matching, duplicate, failed, failed_ids } = category;
  const named = failed_ids.length > 0 ? ` (${failed_ids.join(', ')})` : '';
  return (
    `${name} ${sum(Object.values(announced))} announced = ` +
    `${kept} kept + ${not_matching} not matching + ${duplicate} duplicate + ${failed} failed${named}`
  );
}

function runLines({ at, sources, problems }: RunReceipt): string[] {
  const states = Object.entries(sources).map(([name, { state }]) => `${name} ${state}`);
  return [
    `run ${at}: ${states.join(', ') || 'no source asked'}`,
    ...problems.map(({ source, message }) => `  ${source}: ${message.replaceAll(/\s+/g, ' ')}`),
  ];
}

const sum = (counts: readonly number[]): number =>
  counts.reduce((total, count) => total + count, 0);
