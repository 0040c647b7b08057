import { formatDate, localeOf, type DateStyle } from '../i18n/dates.ts';
import type { Lang, LabelValues } from '../i18n/dictionary.ts';
import { t, type SwitchableKey } from '../i18n/t.ts';
import { html, raw, type Html } from './html.ts';
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

/**
 * A label in its own element, whose words the browser may swap; a label that is the same in both languages needs none.
 * `values` must be numbers or words that need no translation.
 */
export function label(
  context: RenderContext,
  key: SwitchableKey,
  values: LabelValues = {},
  element: 'span' | 'dt' | 'summary' | 'h1' | 'h2' = 'span',
): Html {
  const text = t(context.lang, key, values);
  const swapped = context.switchable && t('zh', key, values) !== text;
  if (element === 'span' && !swapped) return html`${text}`;
  const given = Object.keys(values).length > 0 && html` data-v="${JSON.stringify(values)}"`;
  const tag = raw(element);
  return html`<${tag}${swapped && html` data-t=${key}${given}`}>${text}</${tag}>`;
}

/**
 * A date for people and machines. On pages that exist once the browser rewrites it in the reader's language, as `long`
 * where no style is told.
 */
export function time(context: RenderContext, day: string, style: DateStyle): Html {
  const text = formatDate(context.lang, day, style);
  const told = context.switchable && style !== 'long' && html` data-f=${style}`;
  return html`<time datetime="${day}"${told}>${text}</time>`;
}

/** `lang` for words of a paper that stand in a page of another language. */
export function paperLang(context: RenderContext): Html {
  return context.lang === 'en' ? html`` : html` lang=${localeOf.en}`;
}
