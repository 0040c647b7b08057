import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CharsetError, decodeBody } from './decode-body.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
  );
// 机器人 in GBK, ロボ in Shift_JIS, é in windows-1252, € in windows-1252
const GBK_ROBOT = [0xbb, 0xfa, 0xc6, 0xf7, 0xc8, 0xcb];
const SJIS_ROBO = [0x83, 0x8d, 0x83, 0x7b];

describe('decodeBody', () => {
  it.each([
    ['UTF-8 when nothing is said', bytes('机器人 é'), '', '机器人 é'],
    ['the charset of the content type', bytes(GBK_ROBOT), 'text/xml; charset=GBK', '机器人'],
    [
      'gb2312 as the GBK it is in practice',
      bytes(GBK_ROBOT),
      'text/xml;charset="gb2312"',
      '机器人',
    ],
    [
      'GB18030 of an XML declaration',
      bytes('<?xml version="1.0" encoding="GB18030"?><a>', GBK_ROBOT),
      'application/xml',
      '<?xml version="1.0" encoding="GB18030"?><a>机器人',
    ],
    ['four bytes of GB18030', bytes([0x95, 0x32, 0x82, 0x36]), 'text/xml; charset=gb18030', '𠀀'],
    [
      'Shift_JIS of a page',
      bytes('<html><meta charset=Shift_JIS>', SJIS_ROBO),
      'text/html',
      '<html><meta charset=Shift_JIS>ロボ',
    ],
    [
      'an http-equiv of a page',
      bytes('<meta http-equiv="Content-Type" content="text/html; charset=gbk">', GBK_ROBOT),
      '',
      '<meta http-equiv="Content-Type" content="text/html; charset=gbk">机器人',
    ],
    [
      'latin1, which is windows-1252 on the web',
      bytes([0xe9, 0x80]),
      'text/plain; charset=ISO-8859-1',
      'é€',
    ],
    [
      'a byte order mark over all else',
      bytes([0xef, 0xbb, 0xbf], 'é'),
      'text/xml; charset=ISO-8859-1',
      'é',
    ],
    ['UTF-16, little end first', bytes([0xff, 0xfe, 0x3a, 0x67]), 'text/xml', '机'],
    ['UTF-16, big end first', bytes([0xfe, 0xff, 0x67, 0x3a]), 'text/xml; charset=utf-16', '机'],
    [
      'UTF-8 where the header says latin1 and the document UTF-8',
      bytes('<?xml version="1.0" encoding="UTF-8"?>é'),
      'text/xml; charset=ISO-8859-1',
      '<?xml version="1.0" encoding="UTF-8"?>é',
    ],
    [
      'the declaration where the header wrongly says UTF-8',
      bytes('<?xml version="1.0" encoding="gbk"?>', GBK_ROBOT),
      'text/xml; charset=utf8',
      '<?xml version="1.0" encoding="gbk"?>机器人',
    ],
    [
      'a declared UTF-16 that cannot be',
      bytes("<?xml version='1.0' encoding='UTF-16'?>é"),
      '',
      "<?xml version='1.0' encoding='UTF-16'?>é",
    ],
    [
      'the header where the declaration is unknown',
      bytes('<?xml version="1.0" encoding="klingon"?>é'),
      'text/xml; charset=utf-8',
      '<?xml version="1.0" encoding="klingon"?>é',
    ],
    ['nothing', bytes(''), 'text/xml; charset=gbk', ''],
  ])('%s', (_, body, type, text) => {
    expect(decodeBody(body, type)).toBe(text);
  });

  it.each([
    [
      'broken UTF-8',
      bytes([0x61, 0xff]),
      'text/xml; charset=utf-8',
      'the answer is not valid utf-8',
    ],
    ['UTF-8 cut in a letter', bytes('机').subarray(0, 2), '', 'the answer is not valid utf-8'],
    ['GBK without saying so', bytes(GBK_ROBOT), 'text/xml', 'the answer is not valid utf-8'],
    [
      'broken GBK',
      bytes([0xbb, 0xfa, 0xff]),
      'text/xml; charset=gbk',
      'the answer is not valid gbk',
    ],
    ['an unknown charset', bytes('a'), 'text/xml; charset=klingon', 'unknown charset "klingon"'],
    ['UTF-16 cut in a letter', bytes([0xff, 0xfe, 0x3a]), '', 'the answer is not valid utf-16le'],
  ])('refuses %s', (_, body, type, message) => {
    expect(() => decodeBody(body, type)).toThrow(new CharsetError(message));
  });

  it('gives every text back that UTF-8 can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeBody(Buffer.from(`<a>${text}`), 'text/xml')).toBe(`<a>${text}`);
      }),
    );
  });

  it('gives text or a described error for any bytes and any type', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.oneof(fc.string(), fc.constantFrom('a/b; charset=gbk', 'a/b; charset=x')),
        (body, type) => {
          try {
            expect(typeof decodeBody(body, type)).toBe('string');
          } catch (error) {
            expect(error).toBeInstanceOf(CharsetError);
          }
        },
      ),
    );
  });
});
