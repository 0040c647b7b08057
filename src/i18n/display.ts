import { dictionary } from './dictionary.ts';

/** The display menu; loaded when it is first opened. */
export const display = dictionary(
  {
    theme: 'Theme',
    themeAuto: 'Auto',
    themeLight: 'Light',
    themeDark: 'Dark',
    density: 'Density',
    densityDetail: 'Abstracts',
    densityCompact: 'Titles',
    readRows: 'What you read',
    readShown: 'Shown',
    readHidden: 'Hidden',
  },
  {
    theme: '外观',
    themeAuto: '跟随系统',
    themeLight: '浅色',
    themeDark: '深色',
    density: '列表密度',
    densityDetail: '带摘要',
    densityCompact: '仅标题',
    readRows: '已读论文',
    readShown: '显示',
    readHidden: '隐藏',
  },
);
