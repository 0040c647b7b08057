import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import { isAddress, isPublicAddress } from '../text/public-address.ts';

/** A host name → all its addresses. Rejects like `dns.promises.lookup`. */
export type Lookup = (host: string) => Promise<LookupAddress[]>;

/** A host that is, or resolves to, an address that is not on the public internet. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
  readonly address: string;

  constructor(host: string, address: string) {
    super(
      host === address
        ? `${address} is not a public address`
        : `${host} resolves to ${address}, not a public address`,
    );
    this.address = address;
  }
}

/** Throws a `PrivateAddressError` for a host that is itself such an address: those are never looked up. */
export function refusePrivateLiteral(host: string): void {
  const bare = host.replace(/^\[|\]$/g, '');
  if (isAddress(bare) && !isPublicAddress(bare)) throw new PrivateAddressError(bare, bare);
}

/**
 * The look-up that a socket connects by. Since the socket takes the very addresses judged here, a name that resolves
 * differently a moment later (DNS rebinding) gains nothing. With `publicOnly`, one private address refuses the name.
 */
export function socketLookup(lookup: Lookup, publicOnly: boolean): LookupFunction {
  const judged = callbackify(async (host: string): Promise<LookupAddress[]> => {
    const addresses = await lookup(host);
    const refused = publicOnly && addresses.find(({ address }) => !isPublicAddress(address));
    if (refused) throw new PrivateAddressError(host, refused.address);
    return addresses;
  });
  return (host, options, callback) =>
    judged(host, (error, addresses) => {
      const [first] = error ? [] : addresses;
      if (error) callback(error, []);
      else if (!first)
        callback(Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' }), []);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
}
