/** Records of OAI-PMH as `arXivRaw` and `arXiv`. */
import type { Day } from '../../src/paper.ts';
import { texName } from './tex-names.ts';
import type { Horizon, Shown, World } from './world.ts';
import { attribute, text } from './xml-text.ts';

export interface OaiRecord extends Shown {
  /** The day (UTC) on which the metadata last changed. */
  datestamp: Day;
}

/** Everything public, by (datestamp, id), as the server's database gives it. */
export function oaiRecords(world: World, horizon: Horizon): OaiRecord[] {
  const records = [...world.shown(horizon)].map((shown) => ({
    ...shown,
    datestamp: datestamp(shown, horizon),
  }));
  return records.sort((a, b) =>
    a.datestamp === b.datestamp
      ? a.paper.id < b.paper.id
        ? -1
        : 1
      : a.datestamp < b.datestamp
        ? -1
        : 1,
  );
}

/** The mailing leaves New York at 20:00, which in UTC is the listing date. */
function datestamp({ paper, version }: Shown, horizon: Horizon): Day {
  const crossed = (paper.crossListed ?? []).map((cross) => cross.announced);
  const touched = [...crossed, ...(paper.metadataChanged ?? [])].filter((day) => day <= horizon);
  return [version.announced, ...touched].reduce((a, b) => (a > b ? a : b));
}

/** `cs.RO` → `cs:cs:RO`, `hep-th` → `physics:hep-th`; a cross-list belongs to the set. */
export function setsOf(category: string): string[] {
  const [archive = '', subject] = category.split('.');
  const group = /^(?:cs|econ|eess|math|q-bio|q-fin|stat)$/.test(archive) ? archive : 'physics';
  if (subject === undefined) return [group, `${group}:${archive}`];
  return [group, `${group}:${archive}`, `${group}:${archive}:${subject}`];
}

export function recordXml(record: OaiRecord, prefix: 'arXivRaw' | 'arXiv'): string {
  const sets = record.categories.map((category) => setsOf(category).at(-1) ?? '');
  const metadata = prefix === 'arXivRaw' ? rawMetadata(record) : metadataXml(record);
  return `        <record>
            <header>
        <identifier>oai:arXiv.org:${text(record.paper.id)}</identifier>
        <datestamp>${record.datestamp}</datestamp>
${sets.map((set) => `            <setSpec>${text(set)}</setSpec>\n`).join('')}    </header>

            <metadata>
${metadata}
            </metadata>
        </record>

`;
}

const namespace = (format: string): string =>
  `xmlns="http://arxiv.org/OAI/${format}/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://arxiv.org/OAI/${format}/ https://oaipmh.arxiv.org/OAI/${format}.xsd"`;

function rawMetadata({ paper, version, categories }: OaiRecord): string {
  const shown = paper.versions.filter((v) => v.version <= version.version);
  const [first] = version.authors;
  return `    <arXivRaw ${namespace('arXivRaw')}>
        <id>${text(paper.id)}</id>
        <submitter>${text(first?.name ?? '')}</submitter>
${shown
  .map(
    (v) => `            <version version="${attribute(`v${v.version}`)}">
                <date>${new Date(v.submitted).toUTCString()}</date>
                <size>${v.withdrawn ? 0 : 1024}kb</size>
                    <source_type>${v.withdrawn ? 'I' : 'D'}</source_type>
            </version>
`,
  )
  .join('')}        <title>${text(version.title)}</title>
        <authors>${text(authorLine(version.authors.map((author) => author.name)))}</authors>
        <categories>${text(categories.join(' '))}</categories>
${optional('comments', version.comment)}${optional('journal-ref', version.journal_ref)}${optional('doi', version.doi)}            <license>${text(paper.license)}</license>
            <abstract>${text(version.abstract)}</abstract>
    </arXivRaw>`;
}

/** One string in TeX: `A, B and C`. */
function authorLine(names: string[]): string {
  const tex = names.map(texName);
  const last = tex.pop() ?? '';
  return tex.length > 0 ? `${tex.join(', ')} and ${last}` : last;
}

/** In this format `<created>` is the submission day of the CURRENT version. */
function metadataXml({ paper, version, categories, datestamp: updated }: OaiRecord): string {
  const authors = version.authors.map(({ name }) => {
    const cut = name.lastIndexOf(' ');
    const forenames = cut > 0 ? `<forenames>${text(name.slice(0, cut))}</forenames>` : '';
    return `                <author><keyname>${text(name.slice(cut + 1))}</keyname>${forenames}</author>\n`;
  });
  return `    <arXiv ${namespace('arXiv')}>
        <id>${text(paper.id)}</id>
        <created>${version.submitted.slice(0, 10)}</created>
            <updated>${updated}</updated>
        <authors>
${authors.join('')}        </authors>
        <title>${text(version.title)}</title>
            <categories>${text(categories.join(' '))}</categories>
${optional('comments', version.comment)}${optional('journal-ref', version.journal_ref)}${optional('doi', version.doi)}            <license>${text(paper.license)}</license>
            <abstract>${text(version.abstract)}</abstract>
    </arXiv>`;
}

const optional = (name: string, value: string | null): string =>
  value === null ? '' : `            <${name}>${text(value)}</${name}>\n`;
