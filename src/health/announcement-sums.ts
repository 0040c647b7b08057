import type { AnnouncementReceipt } from '../store/receipts.ts';

export interface AnnouncementSums {
  /** New papers, cross-lists and replacements. */
  announced: number;
  kept: number;
  not_matching: number;
  duplicate: number;
  failed: number;
}

/** A receipt's numbers over all categories: announced = kept + not matching + duplicate + failed, unless ids are named. */
export function announcementSums({
  categories,
}: Pick<AnnouncementReceipt, 'categories'>): AnnouncementSums {
  const sums: AnnouncementSums = {
    announced: 0,
    kept: 0,
    not_matching: 0,
    duplicate: 0,
    failed: 0,
  };
  for (const { announced, kept, not_matching, duplicate, failed } of Object.values(categories)) {
    for (const count of Object.values(announced)) sums.announced += count;
    sums.kept += kept;
    sums.not_matching += not_matching;
    sums.duplicate += duplicate;
    sums.failed += failed;
  }
  return sums;
}
