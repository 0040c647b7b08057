import { localeOf } from '../i18n/dates.ts';
import { whenIdle } from './idle.ts';
import { say, shownLang } from './say.ts';

/** The reader's own form of the language shown: `en-GB` writes 01:00, `en-US` 1:00 AM. */
function ownLocale(): string {
  const lang = shownLang();
  return navigator.languages.find((tag) => tag.startsWith(lang)) ?? localeOf[lang];
}

/**
 * Says in the reader's time zone when the next announcement is due. Without script the rule below it stands alone.
 * A browser's first look at its time zones takes long, so it waits until the browser rests.
 */
export async function startNextAnnouncement(now: Date = new Date()): Promise<void> {
  const place = document.querySelector('[data-due]');
  if (!place) return;
  await whenIdle();
  const { nextMailing } = await import('../calendar/calendar.ts');
  const format = new Intl.DateTimeFormat(ownLocale(), {
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
  place.textContent = say('nextDue', {
    when: format.format(new Date(nextMailing(now.toISOString()).mailing)),
  });
}
