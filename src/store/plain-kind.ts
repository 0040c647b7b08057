import { z } from 'astro/zod';
import { datasets } from './dataset-kind.ts';
import { employers, jobs } from './job-kinds.ts';
import { papers, receipts } from './kinds.ts';
import { news } from './news-kind.ts';
import { assertForm } from './paper-schema.ts';
import { recordKind, type RecordKind, type StoredRecord } from './record-kind.ts';
import { shardOfPath } from './shard.ts';

const plainSchema = z.looseObject({ id: z.string().min(1) });

// oxlint-disable-next-line typescript/no-explicit-any -- kinds of different records in one list
export type AnyKind = RecordKind<any>;

/**
 * The kind of a shard's records: one of those given, of the store's own, or a plain one that knows no more than that
 * each record has an id. Whoever copies, merges or checks a whole snapshot need not know every section of the product.
 */
export function kindOfShard(path: string, kinds: readonly AnyKind[] = []): AnyKind {
  const { kind: name, key } = shardOfPath(path);
  const known = [...kinds, papers, receipts, news, jobs, employers, datasets].find(
    (kind) => kind.name === name,
  );
  return known ?? plainKind(name, key);
}

/** Records of a kind that is not known here: each belongs where it was found. */
function plainKind(name: string, key: string): RecordKind<StoredRecord> {
  return recordKind<StoredRecord>({
    name,
    shardOf: () => key,
    parse(value) {
      assertForm(plainSchema, value);
      return value;
    },
  });
}
