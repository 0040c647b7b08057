import type { EarlierVersion, Paper, PaperLink, Provenance, Stamp } from '../paper.ts';
import { canonicalJson, compareText } from './canonical-json.ts';
import { currentText, type Register, type Statements, type Text } from './statements.ts';

/** The record of a set of statements; equal sets give equal records, byte for byte. */
export function toPaper(known: Statements): Paper {
  const text = currentText(known);
  const provenance = provenanceOf(known, text.stamp);
  const provisional = text.stamp.from === 'feed' || text.stamp.version < known.version;
  return {
    ...known.extra,
    id: known.id,
    version: known.version,
    title: text.title,
    abstract: text.abstract,
    authors: text.authors,
    categories: text.categories,
    primary_category: text.primary_category,
    submitted: known.submitted,
    updated: text.updated ?? known.submitted,
    announced: known.announced.day,
    announced_from: known.announced.from,
    first_seen: known.first_seen,
    comment: text.comment,
    journal_ref: known.journal_ref?.value ?? null,
    doi: known.doi?.value ?? null,
    ...(known.license && { license: known.license.value }),
    ...(known.withdrawn && { withdrawn: true }),
    ...(provisional && { provisional: true }),
    links: [...known.links.values()].map(withoutFirst).sort(compareLinks),
    history: historyOf(known, text),
    ...(known.citations && { citations: known.citations }),
    ...(known.summary && { summary: known.summary }),
    ...(provenance && { provenance }),
  };
}

function provenanceOf(known: Statements, stamp: Stamp): Provenance | null {
  const provenance: Provenance = {};
  if (stamp.version !== known.version) provenance.version = stamp.version;
  if (stamp.from !== 'api') provenance.from = stamp.from;
  if (stamp.as_of !== known.first_seen) provenance.as_of = stamp.as_of;
  for (const field of ['doi', 'journal_ref', 'license'] as const) {
    const exception = differing(
      known[field],
      field === 'license' ? { ...stamp, from: 'api' } : stamp,
    );
    if (exception) provenance[field] = exception;
  }
  return Object.keys(provenance).length > 0 ? provenance : null;
}

function differing(register: Register<string> | null, common: Stamp): Stamp | null {
  if (register === null || canonicalJson(register.stamp) === canonicalJson(common)) return null;
  return register.stamp;
}

function historyOf(known: Statements, current: Text): EarlierVersion[] {
  const versions = new Set([
    ...known.texts.keys(),
    ...known.replaced.keys(),
    ...known.instants.keys(),
    ...known.historyExtra.keys(),
  ]);
  return [...versions]
    .filter((version) => version < known.version)
    .sort((a, b) => a - b)
    .map((version) => earlierVersion(known, version, current));
}

function earlierVersion(known: Statements, version: number, current: Text): EarlierVersion {
  const text = known.texts.get(version);
  const submitted = version === 1 && known.texts.size > 0 ? known.submitted : null;
  const earlier: EarlierVersion = {
    ...known.historyExtra.get(version),
    version,
    updated: text?.updated ?? submitted ?? known.instants.get(version) ?? null,
    replaced: known.replaced.get(version) ?? null,
  };
  if (text === undefined || text === current) return earlier;
  const next = nextSeen(known, version);
  const added = [...known.links.values()].filter(
    ({ since = 1 }) => since > version && since <= next.stamp.version,
  );
  return {
    ...earlier,
    ...changedFields(text, next),
    ...(added.length > 0 && { links_added: added.map(withoutSince).sort(compareLinks) }),
    from: text.stamp.from === 'oai' ? 'oai' : 'api',
    ...(text.stamp.as_of !== known.first_seen && { as_of: text.stamp.as_of }),
  };
}

/** The text that superseded a version, as far as it was seen. */
function nextSeen({ texts }: Statements, version: number): Text {
  const later = [...texts.values()].filter(({ stamp }) => stamp.version > version);
  return later.reduce((first, text) => (text.stamp.version < first.stamp.version ? text : first));
}

function changedFields(text: Text, next: Text): Partial<EarlierVersion> {
  const fields = ['title', 'abstract', 'authors', 'comment'] as const;
  const changed = fields.filter(
    (field) => canonicalJson(text[field]) !== canonicalJson(next[field]),
  );
  return Object.fromEntries(changed.map((field) => [field, text[field]]));
}

function withoutFirst({ since = 1, ...link }: PaperLink): PaperLink {
  return since > 1 ? { ...link, since } : link;
}

function withoutSince({ since: _since, ...link }: PaperLink): PaperLink {
  return link;
}

function compareLinks(a: PaperLink, b: PaperLink): number {
  return compareText(a.kind, b.kind) || compareText(a.url, b.url);
}
