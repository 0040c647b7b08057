import { jobType } from '../sources/jobs/job-type.ts';
import type { ListedJob } from '../sources/jobs/listed-job.ts';
import { placesOf } from '../sources/jobs/places.ts';
import { removeContacts } from '../sources/jobs/remove-contacts.ts';
import { plainText } from '../text/plain-text.ts';
import { safeUrl } from '../text/safe-url.ts';
import { dayIn } from './paper-row.ts';
import { field, rowName, type Reading } from './reading.ts';
import type { Row } from './read-database.ts';

/** A row of `jobs` as its list stated it, without what belongs to a person. */
export function readJobRow(row: Row): Reading<ListedJob> {
  const name = removeContacts(rowName(row));
  const link = field(row, 'link');
  const url = safeUrl(link);
  if (url === null)
    return {
      row: name,
      why: `its link is not usable (${link === '' ? 'none' : plainText(removeContacts(link), { maxLength: 60 })})`,
    };
  if (count(url, '(') > count(url, ')')) return { row: name, why: 'its link is cut at a bracket' };
  const written = field(row, 'title');
  const title = plainText(removeContacts(written), { maxLength: 160 });
  const company = plainText(removeContacts(field(row, 'company')), { maxLength: 80 });
  if (title === '' || company === '')
    return { row: name, why: 'it does not name a company and a job' };
  return {
    row: name,
    record: {
      company,
      title,
      places: placesOf(field(row, 'location')),
      type: jobType(field(row, 'job_type'), title),
      posted: dayIn(field(row, 'source_date')) ?? dayIn(field(row, 'update_date')),
      url,
    },
    repairs: title === written ? [] : ['contacts of persons were taken out'],
  };
}

const count = (text: string, letter: string): number => text.split(letter).length - 1;
