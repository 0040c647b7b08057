import { localeOf } from '../i18n/dates.ts';
import { formatDate, type DateStyle } from '../i18n/dates.ts';
import type { Lang, LabelValues } from '../i18n/dictionary.ts';
import { t, type SwitchableKey } from '../i18n/t.ts';
import { html, type Html } from './html.ts';
import type { MathRenderer } from './render-math.ts';

/** A name in both languages, as `config.yaml` states it. */
export interface LocalName {
  en: string;
  zh: string;
}

/** What a template needs to know beside the record it draws. */
export interface RenderContext {
  /** Path under which the site is served, with a slash at both ends: `/` or `/embodied-pulse/`. */
  base: string;
  lang: Lang;
  /**
   * `true` on pages that exist once: their labels carry their key, and the browser swaps them for the reader's
   * language before the first paint. `false` on pages that are written in one language.
   */
  switchable: boolean;
  topicNames: ReadonlyMap<string, LocalName>;
  math?: MathRenderer;
}

/** A label as text that the browser may swap. `values` must be numbers or words that need no translation. */
export function label(context: RenderContext, key: SwitchableKey, values: LabelValues = {}): Html {
  const text = t(context.lang, key, values);
  if (!context.switchable) return html`${text}`;
  const given = Object.entries(values);
  if (given.length === 0) return html`<span data-t=${key}>${text}</span>`;
  return html`<span data-t=${key} data-v="${JSON.stringify(values)}">${text}</span>`;
}

/** A date for people and machines. On pages that exist once the browser rewrites it in the reader's language. */
export function time(context: RenderContext, day: string, style: DateStyle): Html {
  const text = formatDate(context.lang, day, style);
  return context.switchable
    ? html`<time datetime="${day}" data-f=${style}>${text}</time>`
    : html`<time datetime="${day}">${text}</time>`;
}

/** `lang` for words of a paper that stand in a page of another language. */
export function paperLang(context: RenderContext): Html {
  return context.lang === 'en' ? html`` : html` lang=${localeOf.en}`;
}
