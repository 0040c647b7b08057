import { dictionary } from './dictionary.ts';

/** The citation of a paper, offered by a script that loads where it is wanted. */
export const citation = dictionary(
  { cite: 'Cite', copy: 'Copy {form}', copied: '{form} copied', copyFailed: 'Select and copy' },
  {
    cite: '引用格式',
    copy: '复制 {form}',
    copied: '已复制 {form}',
    copyFailed: '请手动选中并复制',
  },
);
