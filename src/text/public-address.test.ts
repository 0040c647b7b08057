import { BlockList, isIP } from 'node:net';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isAddress, isPublicAddress } from './public-address.ts';

it.each([
  '0.0.0.0', '10.1.2.3', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.255.254', '169.254.169.254',
  '172.16.0.1', '172.31.255.255', '192.0.0.8', '192.0.2.1', '192.168.0.1', '198.18.0.1', '198.19.255.255',
  '203.0.113.7', '224.0.0.251', '239.1.1.1', '240.0.0.1', '255.255.255.255',
  '::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:a00:1', '::ffff:0:10.0.0.1',
  '64:ff9b::10.0.0.1', '64:ff9b:1::1', '100::1', '2001::1', '2001:db8::1', '2002:7f00:1::', '2002:c0a8:101::',
  '3fff::1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '4000::1', '[::1]',
])('%s is not public', (address) => {
  expect(isAddress(address)).toBe(true);
  expect(isPublicAddress(address)).toBe(false);
}); // prettier-ignore

it.each([
  '1.1.1.1', '8.8.8.8', '100.63.255.255', '100.128.0.0', '172.15.255.255', '172.32.0.0', '192.0.1.1', '198.17.255.255',
  '198.20.0.0', '223.255.255.255', '128.84.21.199',
  '2606:4700:4700::1111', '2a04:4e42::1', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8', '2002:808:808::', '[2606:4700::1]',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
}); // prettier-ignore

it.each([
  '',
  'localhost',
  'example.org',
  '1.2.3',
  '1.2.3.4.5',
  '256.1.1.1',
  '0x7f.1',
  ':::',
  '1::2::3',
  'fe80',
  '12345::',
])('%j is no address, so not a public one', (text) => {
  expect(isAddress(text)).toBe(false);
  expect(isPublicAddress(text)).toBe(false);
});

it('agrees with the block list of Node on every IPv4 address', () => {
  const list = new BlockList();
  for (const [base, bits] of [
    ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
    ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.31.196.0', 24], ['192.52.193.0', 24], ['192.88.99.0', 24],
    ['192.168.0.0', 16], ['192.175.48.0', 24], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ] as const) {
    list.addSubnet(base, bits);
  } // prettier-ignore
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(isPublicAddress(address)).toBe(!list.check(address));
    }),
    { numRuns: 5000 },
  );
});

it('judges a mapped IPv6 address as the IPv4 address it carries', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(isPublicAddress(`::ffff:${address}`)).toBe(isPublicAddress(address));
    }),
  );
});

it('takes no text for an address that Node does not', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string(), fc.domain()), (text) => {
      const bare = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
      expect(isAddress(text)).toBe(isIP(bare) !== 0);
    }),
  );
});
