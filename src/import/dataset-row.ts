import type { Day } from '../paper.ts';
import type { Dataset } from '../records/dataset.ts';
import { readArxivReference } from '../text/ids.ts';
import { safeUrl } from '../text/safe-url.ts';
import { dayIn } from './paper-row.ts';
import { field, list, rowName, type Reading } from './reading.ts';
import type { Row } from './read-database.ts';

/**
 * Rows of `datasets` as records that no list kept by hand holds. Of two that name one paper neither is known to be the
 * one that it introduces.
 */
export function readDatasetRows(rows: readonly Row[], today: Day): Reading<Dataset>[] {
  const papers = rows.map((row) => readArxivReference(field(row, 'paper_link'))?.id ?? null);
  return rows.map((row, at) => {
    const shared = papers[at] !== null && papers.filter((id) => id === papers[at]).length > 1;
    return readDatasetRow(row, shared ? null : (papers[at] ?? null), shared, today);
  });
}

function readDatasetRow(
  row: Row,
  paper: string | null,
  shared: boolean,
  today: Day,
): Reading<Dataset> {
  const name = field(row, 'name', 120);
  const slug = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  if (slug === '') return { row: rowName(row), why: 'it has no name' };
  const links = ['project_link', 'dataset_link', 'link', 'source_url'].map((column) =>
    safeUrl(field(row, column)),
  );
  const [project = null, data = null, link = null] = links;
  if (links.every((one) => one === null))
    return { row: rowName(row), why: 'none of its links is usable' };
  const repairs = shared ? ['it shares its paper link with another dataset: left out'] : [];
  const size = sizeOf(field(row, 'scale'));
  if (size.length === 0 && field(row, 'scale') !== '')
    repairs.push('its scale is not a count of something: left out');
  const text = field(row, 'description', 400);
  const year = Number((dayIn(field(row, 'publish_date')) ?? '').slice(0, 4));
  return {
    row: rowName(row),
    repairs,
    record: {
      id: `imported/${slug}`,
      name,
      year: year > 0 ? year : null,
      publisher: field(row, 'publisher', 120) || name,
      size,
      modalities: [],
      embodiments: [],
      simulated: null,
      licence: null,
      paper,
      project: project ?? link,
      data,
      description: text === '' ? null : { en: text, zh: text },
      tags: list(field(row, 'tags')),
      curated: false,
      huggingface: null,
      first_seen: today,
    },
  };
}

/** `76k trajectories`, `1,000,000 帧`: one number and what it counts. */
function sizeOf(scale: string): Dataset['size'] {
  const [, number = '', factor = '', unit = ''] =
    /^([\d,.]+)\s*([kmb]|万|百万)?\+?\s*([\p{L}][\p{L} -]{0,30})$/iu.exec(scale) ?? [];
  const value = Number(number.replaceAll(',', '')) * (FACTORS[factor.toLowerCase()] ?? 1);
  return Number.isFinite(value) && value > 0 && unit !== '' ? [{ value, unit }] : [];
}

const FACTORS: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  b: 1e9,
  万: 1e4,
  百万: 1e6,
};
