import type { SwitchableKey } from '../i18n/t.ts';
import type { ReceiptView } from '../query/views.ts';

interface Counted {
  key: SwitchableKey;
  n: number;
}

/** What a state is called, and the sentence that says what it means. */
export const receiptStates = {
  complete: ['stateComplete', 'stateCompleteNote'],
  quiet: ['stateQuiet', 'stateQuietNote'],
  unproved: ['stateUnproved', 'stateUnprovedNote'],
  stale: ['stateStale', 'stateStaleNote'],
  failing: ['stateFailing', 'stateFailingNote'],
} as const satisfies Record<ReceiptView['state'], [SwitchableKey, SwitchableKey]>;

/** The receipt in one line: its parts add up, and those that are zero and unexpected are left out. */
export function receiptLine(receipt: ReceiptView): Counted[] {
  const parts: Counted[] = [
    { key: 'receiptAnnouncedShort', n: receipt.announced },
    { key: 'receiptKeptShort', n: receipt.kept },
    { key: 'receiptOther', n: receipt.not_matching },
    { key: 'receiptTwice', n: receipt.duplicate },
    { key: 'receiptMissing', n: receipt.failed },
  ];
  return parts.filter(({ n }, index) => index < 2 || n > 0);
}

/** The receipt as a table. */
export const receiptTable = (receipt: ReceiptView): Counted[] => [
  { key: 'receiptAnnounced', n: receipt.announced },
  { key: 'receiptKept', n: receipt.kept },
  { key: 'receiptNotMatching', n: receipt.not_matching },
  { key: 'receiptDuplicate', n: receipt.duplicate },
  { key: 'receiptFailed', n: receipt.failed },
];
