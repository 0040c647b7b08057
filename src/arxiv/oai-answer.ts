/**
 * An answer of OAI-PMH 2.0 → records. `arXivRaw` has every version with its instant and the mark of withdrawal;
 * `arXiv` has structured authors, but of the dates only the day of the current version, so no paper is made of it.
 */
import type { Day, FetchedPaper, Instant, PaperId } from '../paper.ts';
import { isDay, parseInstant } from '../text/dates.ts';
import { readArxivReference } from '../text/ids.ts';
import { oneLine } from './answer-text.ts';
import { ArxivAnswerError } from './arxiv-answer-error.ts';
import { readMetadata, type OaiMetadata } from './oai-metadata.ts';
import type { RejectedRecord } from './rejected-record.ts';
import { parseXml, type XmlElement } from './xml.ts';

export interface OaiRecord extends OaiMetadata {
  id: PaperId;
  /** The day (UTC) on which the metadata last changed: not a submission, not an announcement. */
  datestamp: Day;
}

export interface OaiAnswer {
  records: OaiRecord[];
  deleted: PaperId[];
  rejected: RejectedRecord[];
  /** To send for the next page; `null` at the end of the list. */
  resumptionToken: string | null;
  /** The server's clock: what the next harvest starts from. */
  responded: Instant;
}

const REMEDIES: Readonly<Record<string, string>> = {
  badResumptionToken: 'Tokens end at midnight UTC: the list is asked for again from its start.',
  badArgument: 'Check the dates and the set of the request.',
  cannotDisseminateFormat: 'Check the metadataPrefix of the request.',
  idDoesNotExist: 'arXiv does not know this paper.',
};

/**
 * In: the whole answer, and where it came from (for messages). `noRecordsMatch` is an empty answer, not an error.
 * Throws `ArxivAnswerError`: `malformed`, `unexpected`, or `refused` with OAI-PMH's error code (sent with HTTP 200).
 */
export function parseOai(xml: string, context: { where: string }): OaiAnswer {
  const { where } = context;
  const root = parseXml(xml, { where, roots: ['OAI-PMH'] });
  const responded = parseInstant(oneLine(root.first('responseDate')?.text));
  if (!responded) throw unexpected('The answer has no responseDate', where, xml);
  const error = root.first('error');
  if (error) return emptyOrRefused(error, responded, where);
  const list = root.first('ListRecords') ?? root.first('GetRecord');
  const elements = list?.all('record') ?? [];
  if (!list || elements.length === 0)
    throw unexpected('The answer holds neither records nor an error', where, xml);
  const token = oneLine(list.first('resumptionToken')?.text);
  const answer: OaiAnswer = {
    records: [],
    deleted: [],
    rejected: [],
    resumptionToken: token || null,
    responded,
  };
  for (const [at, element] of elements.entries()) addRecord(answer, element, `record ${at + 1}`);
  if (
    elements.length === answer.rejected.length &&
    elements.every((element) => !isKnownFormat(element))
  ) {
    throw unexpected('The records are neither arXivRaw nor arXiv', where, xml);
  }
  return answer;
}

/** A harvested record as a paper, or `null` for one of the `arXiv` format: version and first submission are not in it. */
export function paperOf(record: OaiRecord): FetchedPaper | null {
  const [first] = record.versions;
  const last = record.versions.at(-1);
  const [primary] = record.categories;
  if (!first || !last || primary === undefined) return null;
  return {
    id: record.id,
    version: last.version,
    title: record.title,
    abstract: record.abstract,
    authors: record.authors,
    categories: record.categories,
    primary_category: primary,
    submitted: first.submitted,
    updated: last.submitted,
    comment: record.comment,
    journal_ref: record.journal_ref,
    doi: record.doi,
    ...(record.license === null ? {} : { license: record.license }),
    ...(last.withdrawn ? { withdrawn: true } : {}),
    from: 'oai',
  };
}

function emptyOrRefused(error: XmlElement, responded: Instant, where: string): OaiAnswer {
  const code = error.attributes['code'] ?? 'unknown';
  if (code === 'noRecordsMatch') {
    return { records: [], deleted: [], rejected: [], resumptionToken: null, responded };
  }
  throw new ArxivAnswerError('refused', `OAI-PMH answers ${code}: "${oneLine(error.text)}"`, {
    where,
    code,
    remedy: REMEDIES[code] ?? 'The same request is not repeated in this run.',
  });
}

function addRecord(answer: OaiAnswer, element: XmlElement, place: string): void {
  const header = element.first('header');
  const identifier = oneLine(header?.first('identifier')?.text);
  const id = readArxivReference(identifier)?.id;
  const datestamp = oneLine(header?.first('datestamp')?.text).slice(0, 10);
  const reject = (why: string): void =>
    void answer.rejected.push({ where: identifier || place, why });
  if (!id) return reject('its identifier is not of arXiv’s form');
  if (header?.attributes['status'] === 'deleted') return void answer.deleted.push(id);
  if (!isDay(datestamp)) return reject('its datestamp cannot be read');
  const metadata = element.first('metadata');
  const format = metadata?.first('arXivRaw') ?? metadata?.first('arXiv');
  if (!format) return reject('its metadata is neither arXivRaw nor arXiv');
  const read = readMetadata(format);
  if (typeof read === 'string') return reject(read);
  if (readArxivReference(oneLine(format.first('id')?.text))?.id !== id) {
    return reject('its metadata is of another paper');
  }
  answer.records.push({ id, datestamp, ...read });
}

function isKnownFormat(element: XmlElement): boolean {
  const metadata = element.first('metadata');
  return (
    element.first('header')?.attributes['status'] === 'deleted' ||
    Boolean(metadata?.first('arXivRaw') ?? metadata?.first('arXiv'))
  );
}

function unexpected(what: string, where: string, excerpt: string): ArxivAnswerError {
  return new ArxivAnswerError('unexpected', what, {
    where,
    excerpt,
    remedy: 'It is not a list of arXiv records: check ARXIV_OAI_URL and the metadataPrefix.',
  });
}
