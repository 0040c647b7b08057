import type { ClientEffects } from './client-effects.ts';
import type { Gates } from './gates.ts';
import type { HostLedger } from './host-ledger.ts';

/** What all requests of one run share. */
export interface ClientRun {
  userAgent: string;
  io: ClientEffects;
  gates: Gates;
  ledger: HostLedger;
  /** Whether a host may be plain http and on a private network. */
  allowed: (url: URL) => boolean;
}
