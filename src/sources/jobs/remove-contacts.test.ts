import fc from 'fast-check';
import { expect, it } from 'vitest';
import { removeContacts } from './remove-contacts.ts';

it.each([
  ['算法工程师 联系 13812345678', '算法工程师 联系'],
  ['算法工程师 (电话：138-1234-5678)', '算法工程师'],
  ['Engineer, +1 (412) 555-0199', 'Engineer'],
  ['工程师，010-62781234', '工程师，'.replace('，', '')],
  ['工程师 微信: robot_hr2025', '工程师'],
  ['工程师 wechat：abc-123', '工程师'],
  ['工程师 VX: hr12345', '工程师'],
  ['工程师 QQ群：123456789', '工程师'],
  ['Postdoc (contact: jane.doe@example.com)', 'Postdoc'],
  ['Postdoc jane [at] example [dot] com', 'Postdoc'],
])('%s → %s', (text, left) => {
  expect(removeContacts(text)).toBe(left);
});

it.each([
  'WeChat 小程序开发工程师',
  '2025.8.15 校招 2026 届',
  'Robotics Engineer - L4/L5',
  '飞书机器人开发',
  'RT-2 and π0.5 post-training',
  '3D 视觉 (SLAM)',
])('leaves %s as it stands', (text) => {
  expect(removeContacts(text)).toBe(text);
});

it('no number of mainland China survives, wherever it stands', () => {
  const digits = fc.stringMatching(/^1[3-9]\d{9}$/);
  const word = fc.stringMatching(/^[a-z\u4e00-\u9fa5 ]{0,8}$/u);
  fc.assert(
    fc.property(word, digits, word, (before, phone, after) => {
      expect(removeContacts(`${before}${phone}${after}`)).not.toMatch(/\d{7}/);
    }),
  );
});
