import { receiptBalance } from '../store/receipt-balance.ts';
import {
  isAnnouncementReceipt,
  type AnnouncementReceipt,
  type Receipt,
  type RunReceipt,
} from '../store/receipts.ts';

/**
 * The receipts of a run as Markdown, for `GITHUB_STEP_SUMMARY`.
 * @param warnings what a run without receipts has to tell: a source that fails as it did before writes none
 */
export function summaryMarkdown(
  receipts: readonly Receipt[],
  warnings: readonly string[] = [],
): string {
  if (receipts.length === 0) {
    const told = warnings.map((warning) => `- ${plain(warning)}\n`).join('');
    return `### Nothing new\n\nThe snapshot is as it was.\n${told === '' ? '' : `\n${told}`}`;
  }
  return receipts
    .toSorted((a, b) => Number(isAnnouncementReceipt(b)) - Number(isAnnouncementReceipt(a)))
    .map((receipt) => (isAnnouncementReceipt(receipt) ? ofAnnouncement(receipt) : ofRun(receipt)))
    .join('\n');
}

function ofAnnouncement(receipt: AnnouncementReceipt): string {
  const rows = Object.entries(receipt.categories).map(([name, c]) => {
    const announced = Object.values(c.announced).reduce((sum, count) => sum + count, 0);
    return row([name, announced, c.kept, c.not_matching, c.duplicate, c.failed]);
  });
  const wrong = receiptBalance(receipt).map(({ text }) => `- does not add up: ${plain(text)}`);
  const failed = Object.values(receipt.categories).flatMap(({ failed_ids: ids }) => ids);
  const table =
    rows.length === 0
      ? ['No announcement was seen; the papers are dated by their submission times.']
      : [
          row(['category', 'announced', 'kept', 'not matching', 'duplicate', 'failed']),
          '|---|--:|--:|--:|--:|--:|',
          ...rows,
        ];
  const named = failed.length > 0 ? [`- failed: ${plain(failed.join(', '))}`] : [];
  return [
    `### Announcement of ${receipt.date}: ${receipt.state}`,
    '',
    ...table,
    '',
    ...wrong,
    ...named,
    '',
  ].join('\n');
}

function ofRun({ at, merged, sources, problems, capped }: RunReceipt): string {
  const rows = Object.entries(sources).map(([name, { state, since, added = 0, updated = 0 }]) =>
    row([plain(name), state, since, added, updated]),
  );
  return [
    `### Run of ${at}: ${merged.added} added, ${merged.updated} updated`,
    '',
    row(['source', 'state', 'since', 'added', 'updated']),
    '|---|---|---|--:|--:|',
    ...rows,
    '',
    ...(capped ? [`- ${capped} papers are left for the next run`] : []),
    ...problems.map(({ source, message }) => `- ${plain(source)}: ${plain(message)}`),
    '',
  ].join('\n');
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** Words of sources and feeds must not become markup. */
const plain = (text: string): string =>
  text.replaceAll(/[\\|`<>*_[\]@#]/g, (mark) => `\\${mark}`).replaceAll(/\s+/g, ' ');
