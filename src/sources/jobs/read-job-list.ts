/** Lists of jobs that people keep in Markdown: `[公司(地点) - 职位 - 类型](url)` under lines that state a date. */
import { isDay } from '../../text/dates.ts';
import { plainText } from '../../text/plain-text.ts';
import { safeUrl } from '../../text/safe-url.ts';
import { datedParts, type DatedPart } from './job-list-section.ts';
import { jobType } from './job-type.ts';
import { JobListError, type JobList, type ListedJob, type RejectedJob } from './listed-job.ts';
import { markdownLinks, type MarkdownLink } from './markdown-links.ts';
import { placesOf } from './places.ts';
import { removeContacts } from './remove-contacts.ts';

/**
 * @param markdown the file
 * @param base the file's address, which its relative links start from
 * @param section a part of the heading under which the list stands; the whole file when not given
 * @throws {JobListError} when there is no such heading, or nothing under it can be read as a job
 */
export function readJobList(markdown: string, base: string, section?: string): JobList {
  const list: JobList = { jobs: [], rejected: [] };
  for (const part of datedParts(markdown, section)) readPart(part, base, list);
  if (list.jobs.length === 0) {
    throw new JobListError(
      `lists no job that can be read (${list.rejected.length} entries were refused); the archive keeps those it knows`,
    );
  }
  return list;
}

function readPart({ date, text, line }: DatedPart, base: string, list: JobList): void {
  const posted = date !== null && isDay(date) ? date : null;
  const links = markdownLinks(text);
  let [at, counted] = [0, line];
  for (const link of links) {
    counted += lineBreaks(text.slice(at, link.start));
    at = link.start;
    const job = toJob(link, base, posted, `line ${counted}`);
    if ('why' in job) list.rejected.push(job);
    else list.jobs.push(job);
  }
  list.rejected.push(...withoutLink(text, links, line));
}

function toJob(
  { text, url }: MarkdownLink,
  base: string,
  posted: string | null,
  where: string,
): ListedJob | RejectedJob {
  const words = plainText(
    removeContacts(text.replace(/\\([\\[\]()*_`|-])/g, '$1').replace(/[*_`~]{1,3}/g, '')),
  );
  const address = safeUrl(url, base);
  if (address === null)
    return {
      where,
      why: /^mailto:/i.test(url) ? 'its link is a mail address' : 'its link is not usable',
    };
  const { company, places, title, type } = partsOf(words);
  if (company === '' || title === '') return { where, why: 'it does not name a company and a job' };
  return { company, title, places, type, posted, url: address };
}

const PLACE = /^(.*?)\s*[(（]([^()（）]*)[)）]\s*(.*)$/u;

/** `公司(地点) - 职位 - 类型`; a part may be missing, and a title may hold the dash that parts are told by. */
function partsOf(words: string): Pick<ListedJob, 'company' | 'places' | 'title' | 'type'> {
  const [head = '', ...rest] = words
    .split(/\s+[-–—－|]\s+|\s*[–—－]\s*|(?<=[)）])\s*-\s*/u)
    .map((part) => part.trim());
  const [, named = head, place = ''] = PLACE.exec(head) ?? [];
  const company = plainText(named === '' ? head : named, { maxLength: 80 });
  const last = rest.at(-1);
  const type = jobType(last);
  const isType = type !== null && rest.length > 1;
  const title = plainText((isType ? rest.slice(0, -1) : rest).join(' - '), { maxLength: 160 });
  return { company, places: placesOf(place), title, type: isType ? type : jobType(title) };
}

/** Entries that are written like one and hold no link: named, as somebody meant something by them. */
function withoutLink(text: string, links: readonly MarkdownLink[], line: number): RejectedJob[] {
  let bare = '';
  let at = 0;
  for (const { start, end } of links) {
    bare += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, '\u0000');
    at = end;
  }
  bare += text.slice(at);
  return bare.split('\n').flatMap((words, index) => {
    const isEntry =
      /^[\s*+>-]*\[/.test(words) && !words.includes('\u0000') && !words.trim().startsWith('[!');
    return isEntry
      ? [
          {
            where: `line ${line + index}`,
            why: 'it is written like an entry and has no link that ends',
          },
        ]
      : [];
  });
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}
