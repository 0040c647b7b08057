/** The kinds of records that the store itself knows; those of other sections are made by `recordKind` where they belong. */
import type { Paper } from '../paper.ts';
import { comparePaperIds } from '../text/ids.ts';
import { compareText, canonicalJson } from './canonical-json.ts';
import { mergePapers } from './merge-paper.ts';
import { assertForm, parsePaper } from './paper-schema.ts';
import { receiptSchema, type Receipt } from './receipts.ts';
import { recordKind } from './record-kind.ts';

/** Papers, one shard an announcement date. */
export const papers = recordKind<Paper>({
  name: 'papers',
  shardOf: ({ announced }) => announced,
  compareIds: comparePaperIds,
  parse: parsePaper,
  merge: mergePapers,
  loss: paperLoss,
});

/** Receipts, one shard a month. Of two about the same announcement the later stays. */
export const receipts = recordKind<Receipt>({
  name: 'receipts',
  shardOf: ({ id }) => id.slice(id.indexOf('/') + 1).slice(0, 7),
  parse(value) {
    assertForm(receiptSchema, value);
    return value;
  },
  merge(a, b) {
    const order = compareText(a.at, b.at) || compareText(canonicalJson(a), canonicalJson(b));
    return order >= 0 ? a : b;
  },
});

function paperLoss(known: Paper, next: Paper): string | null {
  if (next.version < known.version) return `version ${known.version} would become ${next.version}`;
  if (known.abstract !== null && next.abstract === null) return 'its abstract would be lost';
  if (known.authors.length > 0 && next.authors.length === 0) return 'its authors would be lost';
  if (next.history.length < known.history.length) return 'earlier versions would be lost';
  return null;
}
