import { localeOf } from '../i18n/dates.ts';
import { list } from '../i18n/list.ts';
import { fill } from '../i18n/dictionary.ts';
import { nextMailing } from './next-mailing.ts';
import { shownLang } from './say.ts';

/** Says in the reader's time zone when the next announcement is due. Without script the rule below it stands alone. */
export function startNextAnnouncement(now: Date = new Date()): void {
  for (const place of document.querySelectorAll('[data-due]')) {
    const lang = shownLang();
    const own = navigator.language.startsWith(lang) ? navigator.language : localeOf[lang];
    const format = new Intl.DateTimeFormat(own, {
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
    });
    const when = format.format(nextMailing(now));
    place.textContent = fill(list[lang].nextDue, { when });
  }
}
