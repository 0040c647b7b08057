/** `/oai`: the verbs a harvester needs. Errors come with HTTP 200. */
import type { Answer } from './answer.ts';
import { oaiRecords, recordXml, setsOf, type OaiRecord } from './oai-records.ts';
import { readToken, tokenExpiry, writeToken, type ListQuery } from './oai-token.ts';
import { addDays } from './mailing-calendar.ts';
import { oaiHorizon, type World } from './world.ts';
import { attribute, text } from './xml-text.ts';

export interface OaiOptions {
  /** Records a page; the server in service has been seen to give 1300. */
  pageLimit: number;
  /** Tokens handed out, with the instant at which each expires. */
  tokens: Map<string, number>;
  distort: (page: OaiRecord[]) => OaiRecord[];
}

const earliest = '2005-09-16';
const dayForm = /^\d{4}-\d{2}-\d{2}$/;

class OaiError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export function answerOai(
  params: URLSearchParams,
  world: World,
  now: number,
  options: OaiOptions,
): Answer {
  const query = Object.fromEntries(params);
  try {
    return envelope(now, query, interior(params, world, now, options));
  } catch (error) {
    if (!(error instanceof OaiError)) throw error;
    const stated = /^bad(?:Argument|Verb|ResumptionToken)$/.test(error.code) ? {} : query;
    return envelope(now, stated, `    <error code='${error.code}'>${text(error.message)}</error>`);
  }
}

function envelope(now: number, query: Record<string, string>, inner: string): Answer {
  const attributes = Object.entries(query).map(([name, value]) => ` ${name}="${attribute(value)}"`);
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" 
         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
         xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
    <responseDate>${new Date(now).toISOString().slice(0, 19)}Z</responseDate>
            <request${attributes.join('')}>http://oaipmh.arxiv.org/oai</request>

${inner}
</OAI-PMH>
`;
  return { status: 200, type: 'application/xml; charset=utf-8', body };
}

function interior(params: URLSearchParams, world: World, now: number, options: OaiOptions): string {
  const verb = params.get('verb');
  if (verb === 'Identify') return identify;
  if (verb === 'GetRecord') return getRecord(params, world, now);
  if (verb === 'ListRecords') return listRecords(params, world, now, options);
  throw new OaiError('badVerb', 'Verb is missing or not supported');
}

const identify = `    <Identify>
        <repositoryName>arXiv</repositoryName>
        <baseURL>http://oaipmh.arxiv.org/oai</baseURL>
        <protocolVersion>2.0</protocolVersion>
        <adminEmail>help@arxiv.org</adminEmail>
        <earliestDatestamp>${earliest}</earliestDatestamp>
        <deletedRecord>persistent</deletedRecord>
        <granularity>YYYY-MM-DD</granularity>
    </Identify>`;

function prefixOf(value: string | null | undefined): 'arXivRaw' | 'arXiv' {
  if (value === 'arXivRaw' || value === 'arXiv') return value;
  if (!value) throw new OaiError('badArgument', 'metadataPrefix required.');
  throw new OaiError('cannotDisseminateFormat', 'Did not recognize requested format');
}

function getRecord(params: URLSearchParams, world: World, now: number): string {
  const id = /^oai:arXiv\.org:(.+)$/.exec(params.get('identifier') ?? '')?.[1];
  const prefix = prefixOf(params.get('metadataPrefix'));
  const record = oaiRecords(world, oaiHorizon(now)).find(({ paper }) => paper.id === id);
  if (!record) throw new OaiError('idDoesNotExist', 'Nothing found for this identifier');
  return `    <GetRecord>\n${recordXml(record, prefix)}    </GetRecord>`;
}

function listRecords(
  params: URLSearchParams,
  world: World,
  now: number,
  options: OaiOptions,
): string {
  const { query, skip } = listQuery(params, now, options);
  const prefix = prefixOf(query.metadataPrefix);
  checkDates(query, now);
  const matching = oaiRecords(world, oaiHorizon(now)).filter(
    (record) =>
      record.datestamp >= (query.from ?? '') &&
      record.datestamp <= (query.until ?? '9999') &&
      (query.set === undefined || record.categories.flatMap(setsOf).includes(query.set)),
  );
  const page = matching.slice(skip, skip + options.pageLimit);
  if (page.length === 0) {
    throw new OaiError(
      'noRecordsMatch',
      'The combination of the values of the from, until, set and metadataPrefix arguments results in an empty list.',
    );
  }
  const records = options.distort(page).map((record) => recordXml(record, prefix));
  const more = matching.length > skip + options.pageLimit;
  return `    <ListRecords>\n${records.join('')}${token(query, skip, more, now, options)}    </ListRecords>`;
}

function listQuery(params: URLSearchParams, now: number, options: OaiOptions) {
  const sent = params.get('resumptionToken');
  if (sent === null) {
    const query: ListQuery = {
      verb: 'ListRecords',
      metadataPrefix: params.get('metadataPrefix') ?? '',
    };
    for (const name of ['from', 'until', 'set'] as const) {
      const value = params.get(name);
      if (value !== null) query[name] = value;
    }
    return { query, skip: 0 };
  }
  if ([...params.keys()].length !== 2) {
    throw new OaiError('badArgument', 'No other paramters allowed with resumptionToken');
  }
  const read = readToken(sent);
  const expires = options.tokens.get(sent);
  if (!read || expires === undefined || expires <= now) {
    throw new OaiError(
      'badResumptionToken',
      'The value of the resumptionToken argument is invalid or expired. Reason: Token decoding failed or format is invalid.',
    );
  }
  return read;
}

function checkDates(query: ListQuery, now: number): void {
  const { from, until } = query;
  if ((from && !dayForm.test(from)) || (until && !dayForm.test(until))) {
    throw new OaiError('badArgument', 'date format must be YYYY-MM-DD');
  }
  if (from && from < earliest) {
    throw new OaiError('badArgument', `from date too early. Earliest date: ${earliest}`);
  }
  if (until && until > addDays(new Date(now).toISOString().slice(0, 10), 1)) {
    throw new OaiError('badArgument', 'until date too late');
  }
  if (from && until && from > until) {
    throw new OaiError('badArgument', 'until date must be after from date');
  }
}

/** A list that took more than one page ends with an empty token. */
function token(
  query: ListQuery,
  skip: number,
  more: boolean,
  now: number,
  options: OaiOptions,
): string {
  if (!more && skip === 0) return '';
  const expires = tokenExpiry(now);
  const value = more ? writeToken(query, skip + options.pageLimit) : '';
  if (more) options.tokens.set(value, expires.instant);
  return `        <resumptionToken expirationDate='${expires.stated}'>${text(value)}</resumptionToken>\n\n`;
}
