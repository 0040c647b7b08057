import type { TopicChoice } from './fields.ts';

/**
 * A topic from words that someone types: `Soft robots: soft gripper, pneumatic actuator`, or only phrases, the first of
 * which then names it.
 * @param taken ids that are in use; the new one gets another
 * @returns `null` when there is no phrase in the text
 */
export function ownTopic(text: string, taken: readonly string[]): TopicChoice | null {
  const colon = /[:：]/.exec(text);
  const before = colon === null ? '' : text.slice(0, colon.index).trim();
  const listed = (colon === null ? text : text.slice(colon.index + 1))
    .split(/[,，、;；\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => /[\p{L}\p{N}]/u.test(phrase));
  const include = listed.length > 0 ? [...new Set(listed)] : [before].filter((one) => one !== '');
  const [first] = include;
  if (first === undefined) return null;
  const name = before === '' ? capitalised(first) : before;
  return { id: freeId(name, taken), name: { en: name, zh: name }, include };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The name as a short id; `topic` for one without Latin letters or digits. */
function freeId(name: string, taken: readonly string[]): string {
  const latin = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const slug = latin
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replaceAll(/^-+|-+$/g, '');
  const stem = slug === '' ? 'topic' : slug;
  let id = stem;
  for (let n = 2; taken.includes(id); n++) id = `${stem}-${n}`;
  return id;
}
