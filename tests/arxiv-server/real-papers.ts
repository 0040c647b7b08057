/** The real records as papers that the local arXiv serves, each announced on the date that its id tells. */
import type { Day, Instant, PaperId } from '../../src/paper.ts';
import { readRealRecords, readRealVersions, type RealRecord } from '../real-records.ts';
import { listingDate } from './mailing-calendar.ts';
import type { ServedPaper, ServedVersion } from './served-paper.ts';

const license = 'http://arxiv.org/licenses/nonexclusive-distrib/1.0/';

export function realPapers(): ServedPaper[] {
  const records = readRealRecords();
  const dates = announcedByIds(records);
  const versions = Map.groupBy(readRealVersions(records), (row) => row.id);
  return records.map((record) => served(record, versions.get(record.id) ?? [], dates));
}

/**
 * arXiv gives ids at the announcement, within a mailing in order of submission: along the ids the dates never fall, and
 * where the submission times fall, a mailing begins with papers that were held. What is newer than all before it tells
 * which mailing that is.
 */
function announcedByIds(records: RealRecord[]): Map<PaperId, Day> {
  const sorted = records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const dates = new Map<PaperId, Day>();
  let [newest, day] = ['', ''];
  sorted.forEach((record, i) => {
    const fell = record.published < (sorted[i - 1]?.published ?? '');
    const due = fell ? beginning(sorted, i, newest) : listingDate(record.published);
    if (due > day) day = due;
    if (record.published > newest) newest = record.published;
    dates.set(record.id, day);
  });
  return dates;
}

/** The date that most of the next papers newer than everything before bear. */
function beginning(sorted: RealRecord[], from: number, newest: Instant): Day {
  const fresh: Day[] = [];
  for (let i = from; i < sorted.length && fresh.length < 5; i += 1) {
    const { published = '' } = sorted[i] ?? {};
    if (published > newest) fresh.push(listingDate(published));
  }
  return fresh.toSorted()[Math.floor(fresh.length / 2)] ?? '';
}

function served(record: RealRecord, rows: RealRecord[], dates: Map<PaperId, Day>): ServedPaper {
  const announced = dates.get(record.id) ?? listingDate(record.published);
  const known = new Map([...rows, record].map((row) => [row.version, row]));
  const newest = Math.max(...known.keys());
  const versions: ServedVersion[] = [];
  for (let version = 1; version <= newest; version += 1) {
    const row = known.get(version) ?? record;
    const submitted = version === 1 ? record.published : known.get(version)?.updated;
    // the collection saw no trace of some versions in between
    if (submitted === undefined) continue;
    const due = version === 1 ? announced : listingDate(submitted);
    versions.push({
      ...textOf(row),
      version,
      submitted,
      announced: due > announced ? due : announced,
    });
  }
  return { id: record.id, categories: record.categories, license, versions };
}

function textOf(row: RealRecord): Omit<ServedVersion, 'version' | 'submitted' | 'announced'> {
  return {
    title: row.title,
    abstract: row.abstract,
    authors: row.authors.map((name) => ({ name })),
    comment: row.comment,
    journal_ref: row.journal_ref,
    doi: row.doi,
  };
}
