/** An author line cut at its commas, semicolons, colons and "and", where no brace or parenthesis is open. */

/** A name with the parentheses that follow it. */
export interface Piece {
  name: string;
  /** The insides of the parentheses, in order. */
  notes: string[];
  /** Text after the last parenthesis: a name that lacks its comma, or a part of a legend. */
  after: string;
}

const DIVIDER = /[,;:]|\s(?:and|&|\\&)(?=\s)/iy;
// "for the ATLAS and CMS Collaborations": its "and" divides nothing.
const JOINT =
  /(?:for|on\s+behalf\s+of)\s+(?:the\s+)?[^,;:()]*?\b(?:collaborations?|teams?|groups?|consortia)\b/iy;

export function readPieces(line: string): Piece[] {
  const text = line.replace(/\s+/g, ' ');
  const pieces: Piece[] = [];
  let piece: Piece = { name: '', notes: [], after: '' };
  const end = (): void => {
    pieces.push(...settled(piece));
    piece = { name: '', notes: [], after: '' };
  };
  const add = (part: string): void => {
    if (piece.notes.length > 0) piece.after += part;
    else piece.name += part;
  };
  for (let at = 0; at < text.length;) {
    const divider = matchAt(DIVIDER, text, at);
    const joint = at === 0 || text[at - 1] === ' ' ? matchAt(JOINT, text, at) : undefined;
    if (divider !== undefined) {
      end();
      at += divider.length;
    } else if (joint !== undefined) {
      add(joint);
      at += joint.length;
    } else if (text[at] === '(') {
      const close = closingAt(text, at, '(', ')') ?? nextComma(text, at);
      const next = close + (text[close] === ')' ? 1 : 0);
      const after = piece.after.trim();
      if (after !== '' && piece.name.trim() === '') {
        // Within a legend: "(1) MIT (CSAIL)".
        piece.after += text.slice(at, next);
      } else {
        // A name right after a parenthesis, without comma: "A. Smith (MIT) B. Jones (ETH)".
        if (after !== '') {
          pieces.push({ name: piece.name.trim(), notes: piece.notes, after: '' });
          piece = { name: after, notes: [], after: '' };
        }
        piece.notes.push(text.slice(at + 1, close).trim());
      }
      at = next;
    } else {
      const step = wholeAt(text, at);
      add(step);
      at += step.length;
    }
  }
  end();
  return pieces;
}

/** A piece as it stands, or two: a name, and the name that follows its parenthesis without comma. */
function settled(piece: Piece): Piece[] {
  const after = piece.after.trim();
  const name = piece.name.trim();
  if (after === '' || name === '')
    return name === '' && piece.notes.length === 0 ? [] : [{ ...piece, name, after }];
  return [
    { name, notes: piece.notes, after: '' },
    { name: after, notes: [], after: '' },
  ];
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** An escape with its letter, or a group in braces, or one character: what must not be cut. */
function wholeAt(text: string, at: number): string {
  if (text[at] === '\\') return text.slice(at, at + 2);
  const close = text[at] === '{' ? closingAt(text, at, '{', '}') : undefined;
  return close === undefined ? text.charAt(at) : text.slice(at, close + 1);
}

function closingAt(text: string, from: number, open: string, close: string): number | undefined {
  let depth = 0;
  for (let i = from; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === open) depth += 1;
    else if (text[i] === close) depth -= 1;
    if (depth === 0) return i;
  }
  return undefined;
}

/** Where a parenthesis that is never closed is taken to end. */
function nextComma(text: string, from: number): number {
  const comma = text.indexOf(',', from);
  return comma === -1 ? text.length : comma;
}
