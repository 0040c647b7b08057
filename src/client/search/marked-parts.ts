export interface MarkedPart {
  text: string;
  marked: boolean;
}

const ENTITIES: Record<string, string> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
  '#x27': "'",
};

const unescape = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|#39|#x27);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/**
 * Pagefind's excerpt as text parts, to be set with `textContent`: its HTML is never put into the page. Only `<mark>`
 * is understood; anything else stays text.
 */
export function markedParts(excerpt: string): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let marked = false;
  for (const piece of excerpt.split(/(<\/?mark>)/)) {
    if (piece === '<mark>') marked = true;
    else if (piece === '</mark>') marked = false;
    else if (piece !== '') parts.push({ text: unescape(piece), marked });
  }
  return parts;
}
