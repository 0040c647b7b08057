import { t } from '../i18n/t.ts';
import { archive } from '../query/shared-archive.ts';
import { base } from './site.ts';

/** What a browser needs to install the site. https://www.w3.org/TR/appmanifest/ */
export async function webManifest(): Promise<Record<string, unknown>> {
  const { title, tagline } = (await archive()).config.site;
  const icon = (size: number) => ({
    src: `${base}icon-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
  });
  const shortcut = (label: 'search' | 'saved') => ({
    name: t('en', label),
    url: `${base}${label}/`,
  });
  return {
    id: base,
    name: title.en,
    short_name: title.en,
    description: tagline?.en ?? t('en', 'tagline'),
    lang: 'en',
    start_url: base,
    scope: base,
    display: 'standalone',
    background_color: '#fdfcfa',
    theme_color: '#fdfcfa',
    icons: [icon(192), icon(512), { ...icon(512), purpose: 'maskable' }],
    shortcuts: [shortcut('search'), shortcut('saved')],
  };
}
