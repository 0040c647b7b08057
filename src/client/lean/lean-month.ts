/**
 * The page of a month in lean form: draws what the address asks for (`?paper=`, `?day=`, `?topic=`) from the month's
 * JSON, by the templates that draw full pages.
 */
import { formatDate } from '../../i18n/dates.ts';
import { fill } from '../../i18n/dictionary.ts';
import { lean } from '../../i18n/lean.ts';
import type { LocalName, RenderContext } from '../../render/context.ts';
import { html, raw } from '../../render/html.ts';
import { paperParts } from '../../render/paper-parts.ts';
import { renderRows } from '../../render/render-row.ts';
import { arxivUrl } from '../../render/urls.ts';
import { offerCitation } from '../cite.ts';
import { shownLang } from '../say.ts';
import { siteUrl } from '../site-url.ts';
import { briefEntry, entryOf, viewOf, type BriefPaper, type DayRecord } from './record-entry.ts';

interface Place {
  box: HTMLElement;
  month: string;
  context: RenderContext;
}

function findPlace(): Place | null {
  const box = document.querySelector<HTMLElement>('.lean-month');
  if (!box) return null;
  const { month = '', topics = '{}' } = box.dataset;
  const names: Record<string, LocalName> = JSON.parse(topics);
  const base = new URL(siteUrl('.')).pathname;
  const topicNames = new Map(Object.entries(names));
  return { box, month, context: { base, lang: 'en', switchable: true, topicNames } };
}

async function load<T>(path: string): Promise<T> {
  const response = await fetch(siteUrl(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const value: T = await response.json();
  return value;
}

const dayOf = (date: string) => load<{ papers: DayRecord[] }>(`api/v1/days/${date}.json`);

/** Puts a drawn page in place; its head holds the citation tags. */
function show(box: HTMLElement, head: string, body: string): void {
  const page = new DOMParser().parseFromString(`<head>${head}</head><body>${body}`, 'text/html');
  box.replaceChildren(...document.importNode(page.body, true).childNodes);
  if (page.title !== '') document.title = page.title;
  offerCitation(box, page);
}

function list(box: HTMLElement, heading: string, rows: string): void {
  show(
    box,
    '',
    html`<h2>${heading}</h2>
      <ol class="rows">
        ${raw(rows)}
      </ol>`.source,
  );
}

/** Of an id, the month's brief list knows the day. */
async function drawPaper({ box, month, context }: Place, id: string): Promise<void> {
  const { papers } = await load<{ papers: BriefPaper[] }>(`api/v1/months/${month}.json`);
  const date = papers.find((paper) => paper.id === id)?.announced;
  if (date === undefined) throw new Error(`${month} has no paper ${id}`);
  const day = (await dayOf(date)).papers;
  const record = day.find((paper) => paper.id === id);
  if (!record) throw new Error(`${date} has no paper ${id}`);
  const site = { name: document.title.split(' · ').at(-1) ?? '', origin: '', base: context.base };
  const { head, body } = paperParts(viewOf(record, day), context, site);
  show(box, head, body);
}

async function drawDay({ box, context }: Place, date: string): Promise<void> {
  const entries = (await dayOf(date)).papers.map(entryOf);
  const day = formatDate(shownLang(), date, 'long');
  const rows = renderRows(entries, { abstract: 'none' }, context).source;
  list(box, fill(lean[shownLang()].day, { day }), rows);
}

async function drawTopic({ box, month, context }: Place, topic: string): Promise<void> {
  const { papers } = await load<{ papers: BriefPaper[] }>(`api/v1/months/${month}.json`);
  const entries = papers.filter(({ topics }) => topics.includes(topic)).map(briefEntry);
  const rows = renderRows(entries, { abstract: 'none', topic }, context).source;
  const name = context.topicNames.get(topic)?.[shownLang()] ?? topic;
  list(box, fill(lean[shownLang()].topic, { topic: name, n: entries.length }), rows);
}

/** A sentence, and the paper at arXiv when one is asked for. */
function tell(box: HTMLElement, sentence: string, paper: string | null): void {
  const line = document.createElement('p');
  line.className = 'notice';
  line.setAttribute('role', 'status');
  line.append(sentence);
  if (paper !== null) {
    const link = document.createElement('a');
    link.href = arxivUrl('abs', paper);
    link.textContent = `arXiv:${paper}`;
    line.append(' ', link);
  }
  box.replaceChildren(line);
}

async function draw(place: Place): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const [paper, day, topic] = ['paper', 'day', 'topic'].map((name) => asked.get(name));
  const words = lean[shownLang()];
  if (place.box.dataset['form'] === 'data') {
    if (paper) tell(place.box, fill(words.absent), paper);
    return;
  }
  if (!paper && !day && !topic) return;
  tell(place.box, fill(words.loading), null);
  try {
    if (paper) await drawPaper(place, paper);
    else if (day) await drawDay(place, day);
    else if (topic) await drawTopic(place, topic);
  } catch {
    tell(place.box, fill(words.failed), paper ?? null);
  }
  place.box.scrollIntoView({ block: 'start' });
}

const place = findPlace();
if (place) void draw(place);
