import { anyText, wholeNumber } from './parse-value.ts';
import { variable } from './variable.ts';

/** A file or a folder, relative to the root of the repository. */
const place = (usual: string, en: string, zh: string, example: string) =>
  variable<string>({
    meaning: { en, zh },
    otherwise: { en: `\`${usual}\``, zh: `\`${usual}\`` },
    example,
    fallback: usual,
    parse: anyText,
  });

/** Where things lie, and where they are served from. */
export const PLACE_VARIABLES = {
  CONFIG_FILE: place(
    'config.yaml',
    'The configuration that commands and builds read.',
    '命令与构建读取的配置文件。',
    'other.yaml',
  ),
  DATA_DIR: place('data', 'The snapshot.', '快照所在的文件夹。', '/srv/pulse/data'),
  CACHE_DIR: place(
    '.cache',
    'What can be made again from the snapshot: it only saves time.',
    '可由快照重新生成的内容，只为节省时间。',
    '/var/cache/pulse',
  ),
  OUT_DIR: place('dist', 'The built site.', '构建出的网站。', '/srv/pulse/dist'),
  BACKUPS_DIR: place(
    'backups',
    'Where `npm run backup` and `npm run restore` put copies of the snapshot.',
    '`npm run backup` 与 `npm run restore` 存放快照副本的文件夹。',
    '/srv/backups/pulse',
  ),
  PORT: variable<number>({
    meaning: {
      en: 'Port of `npm start`; the next free one when it is taken. For the Compose file the port on the host, `8080` when not set.',
      zh: '`npm start` 的端口；被占用时取下一个空闲端口。对 Compose 文件而言是主机端口，未设置时为 `8080`。',
    },
    otherwise: { en: '`4321`', zh: '`4321`' },
    example: '8080',
    fallback: 4321,
    parse: wholeNumber(1, 65_535),
  }),
  DEPLOY: variable<string | null>({
    meaning: {
      en: 'A repository variable: `none` builds without publishing to GitHub Pages, for a site that is hosted elsewhere.',
      zh: '仓库变量：设为 `none` 时只构建、不发布到 GitHub Pages，供托管在别处的网站使用。',
    },
    otherwise: { en: 'published to GitHub Pages', zh: '发布到 GitHub Pages' },
    example: 'none',
    fallback: null,
    parse: anyText,
  }),
} as const;
