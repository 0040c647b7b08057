import { JobListError } from './listed-job.ts';

/** A part of a job list under one date, with the line of the file at which it begins. */
export interface DatedPart {
  /** As the list states it; `null` before the first date. */
  date: string | null;
  text: string;
  line: number;
}

const HEADING = /^(#{1,6})\s+(.*)$/;
// `**[2025.8.15]**`, also without brackets, with other separators, and with an entry behind it
const DATE =
  /^[\s>*+-]*\*\*\s*[[【(（]?\s*(\d{4})\s*[./年-]\s*(\d{1,2})\s*[./月-]\s*(\d{1,2})\s*日?\s*[\])）】]?\s*[:：]?\s*\*\*[:：]?/;

/**
 * The lines under a heading, up to the next heading of the same or a higher level, cut at the lines that state a date.
 * @param section a part of the heading, capitals not counting; the whole file when not given
 * @throws {JobListError} when there is no such heading
 */
export function datedParts(markdown: string, section: string | undefined): DatedPart[] {
  const lines = markdown.split(/\r\n?|\n/);
  const { from, to } = span(lines, section);
  const parts: DatedPart[] = [{ date: null, text: '', line: from + 1 }];
  for (const [index, line] of lines.slice(from, to).entries()) {
    const [stamp, year = '', month = '', day = ''] = DATE.exec(line) ?? [];
    if (stamp !== undefined) {
      const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      parts.push({ date, text: '', line: from + index + 1 });
    }
    const current = parts.at(-1);
    if (current) current.text += `${line.slice(stamp?.length ?? 0)}\n`;
  }
  return parts;
}

function span(lines: readonly string[], section: string | undefined): { from: number; to: number } {
  if (section === undefined) return { from: 0, to: lines.length };
  const headings = lines.flatMap((line, index) => {
    const [, marks = '', title] = HEADING.exec(line) ?? [];
    return title === undefined ? [] : [{ index, level: marks.length, title: title.toLowerCase() }];
  });
  const at = headings.findIndex(({ title }) => title.includes(section.toLowerCase()));
  const found = headings[at];
  if (!found) {
    throw new JobListError(
      `has no heading with “${section}” — look at the file and correct \`section\` under jobs.github in config.yaml`,
    );
  }
  const next = headings.slice(at + 1).find(({ level }) => level <= found.level);
  return { from: found.index + 1, to: next?.index ?? lines.length };
}
