/** The announcement feed: one request for all categories. */
import type { Instant } from '../paper.ts';
import { parseAnnouncements, type ParsedAnnouncement } from './announcement-feed.ts';
import { askArxiv, failureOf, type ArxivClient } from './ask-arxiv.ts';
import { isListingDay, lastDue } from '../calendar/calendar.ts';
import { skipped, tell, type ChannelReport } from './channel-report.ts';
import { easternClock } from '../calendar/eastern-time.ts';

/** `…/atom` and categories → the address of their joined feed. */
export function feedUrl(base: string, categories: readonly string[]): string {
  return `${base.replace(/\/+$/, '')}/${categories.map(encodeURIComponent).join('+')}`;
}

/**
 * Never throws for a failure of the source: the report says it. An empty feed is believed at weekends and on days
 * without listing only; the announcement is given all the same.
 */
export async function fetchAnnouncement(
  client: ArxivClient,
  base: string,
  categories: readonly string[],
  now: Instant,
): Promise<{ announcement: ParsedAnnouncement | null; report: ChannelReport }> {
  const report: ChannelReport = { ...skipped(), state: 'ok' };
  const url = feedUrl(base, categories);
  try {
    const announcement = await askArxiv(
      client,
      url,
      (text) => parseAnnouncements(text, { where: url }),
      report,
    );
    report.rows = announcement.items.length + announcement.rejected.length;
    judge(announcement, report, now);
    return { announcement, report };
  } catch (error) {
    tell(report, failureOf(error));
    return { announcement: null, report };
  }
}

function judge(announcement: ParsedAnnouncement, report: ChannelReport, now: Instant): void {
  const due = lastDue(now);
  const dueToday = isListingDay(easternClock(now).day);
  if (report.rows === 0 && dueToday)
    tell(report, `The feed is empty although the listing of ${due} is out.`);
  else if (report.rows === 0) report.state = 'empty';
  else if (announcement.date !== null && announcement.date < due) {
    tell(report, `The feed still shows ${announcement.date}; the listing of ${due} is out.`, 'ok');
  }
}
