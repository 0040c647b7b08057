import type { PaperId } from '../../paper.ts';
import { isPaperId } from '../../text/ids.ts';

/** At most so many ids in a link: addresses beyond some 30,000 characters are cut by some programs. */
const MOST = 1_500;

/** The list as an address whose ids stand in the fragment: no server ever sees them. */
export const shareLink = (page: string, ids: readonly PaperId[]): string =>
  `${page}#ids=${ids.slice(0, MOST).map(encodeURIComponent).join(',')}`;

/** The ids of such an address, in its order, each once; what is no arXiv id is left out. */
export function idsOfLink(fragment: string): PaperId[] {
  const list = /^#ids=(.*)$/.exec(fragment)?.[1] ?? '';
  const decoded = list.split(',').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return '';
    }
  });
  return [...new Set(decoded.filter(isPaperId))].slice(0, MOST);
}
