/**
 * Which IP addresses belong to the public internet. Source: the IANA special-purpose address registries
 * (RFC 6890 and its updates) and the multicast blocks (RFC 5771, RFC 4291).
 */

type V4Block = readonly [base: string, bits: number];

const NOT_PUBLIC_V4: readonly V4Block[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local; cloud metadata services
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // AMT
  ['192.88.99.0', 24], // former 6to4 relays
  ['192.168.0.0', 16], // private
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
];

/**
 * Whether an IP address (`192.0.2.1`, `2001:db8::1`, with or without brackets or zone) is a public one.
 * Anything that is not an IP address is not public. IPv6 addresses that carry an IPv4 address (mapped, compatible,
 * NAT64, 6to4) are judged by the address they carry.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const v4 = v4Number(bare);
  if (v4 !== null) return isPublicV4(v4);
  const groups = v6Groups(bare);
  return groups !== null && isPublicV6(groups);
}

/** Whether a text is an IP address at all. */
export function isAddress(text: string): boolean {
  const bare = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  return v4Number(bare) !== null || v6Groups(bare) !== null;
}

function isPublicV4(address: number): boolean {
  return !NOT_PUBLIC_V4.some(([base, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(address / size) === Math.floor((v4Number(base) ?? 0) / size);
  });
}

function isPublicV6(groups: readonly number[]): boolean {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groups;
  const carried = (high: number, low: number) => isPublicV4(high * 65_536 + low);
  // IPv4-compatible (::a.b.c.d; takes in :: and ::1) and IPv4-mapped (::ffff:a.b.c.d), translated (::ffff:0:a.b.c.d).
  if (a === 0 && b === 0 && c === 0 && d === 0) {
    const mapped = (e === 0 && (f === 0 || f === 0xffff)) || (e === 0xffff && f === 0);
    return mapped && carried(g, h);
  }
  if (a === 0x64 && b === 0xff9b) return c === 0 && carried(g, h); // NAT64; 64:ff9b:1::/48 is local
  if (a === 0x2002) return carried(b, c); // 6to4
  if (a === 0x2001 && b < 0x200) return false; // protocol assignments, Teredo among them
  if (a === 0x2001 && b === 0xdb8) return false; // documentation
  if (a === 0x3fff && b < 0x1000) return false; // documentation
  // Only 2000::/3 is global unicast; the rest is unique local, link-local, multicast or unassigned.
  return a >= 0x2000 && a <= 0x3fff;
}

function v4Number(text: string): number | null {
  if (!/^(?:\d{1,3}\.){3}\d{1,3}$/.test(text)) return null;
  const parts = text.split('.').map(Number);
  if (parts.some((part) => part > 255)) return null;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

/** The eight 16-bit groups of an IPv6 address, read by the URL standard's own parser. */
function v6Groups(text: string): number[] | null {
  if (!text.includes(':') || !/^[\da-f:.]+$/i.test(text) || !URL.canParse(`http://[${text}]/`))
    return null;
  const normal = new URL(`http://[${text}]/`).hostname.slice(1, -1);
  const [left = '', right] = normal.split('::');
  const groups = (side: string) => (side === '' ? [] : side.split(':').map((g) => parseInt(g, 16)));
  const head = groups(left);
  const tail = right === undefined ? [] : groups(right);
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}
