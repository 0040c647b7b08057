/** Where the data files lie, below the site's root. Fixed: scripts fetch them. */
export const SQLITE_PATH = 'data/embodied-pulse.sqlite';

/** By year, as engines that read a folder of Parquet in place expect it. @param month `2026-11` */
export const parquetPath = (month: string): string =>
  `data/papers/year=${month.slice(0, 4)}/${month}.parquet`;

export const csvPath = (month: string): string => `data/csv/${month}.csv`;

/** One record a line, as the snapshot holds it. @param day `2026-11-24` */
export const ndjsonPath = (day: string): string => `data/ndjson/${day}.ndjson`;
