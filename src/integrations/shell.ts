/** Fills the places of a drawn page: every place must be given, and nothing else. */
export type Shell = (parts: Readonly<Record<string, string>>) => string;

/**
 * Cuts a page at its markers `<!--paper:NAME-->`.
 * @param html the page that Astro drew
 * @throws when it holds no marker, or one twice: pages without content would be written by the thousand
 */
export function cutShell(html: string): Shell {
  const pieces = html.split(/<!--paper:(\w+)-->/);
  const names = pieces.filter((_, index) => index % 2 === 1);
  if (names.length === 0) {
    throw new Error('the shell of paper pages holds no <!--paper:NAME--> marker');
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new Error(`the shell of paper pages holds <!--paper:${twice}--> twice`);
  }
  return (parts) => {
    const unused = Object.keys(parts).find((name) => !names.includes(name));
    if (unused !== undefined) {
      throw new Error(`the shell of paper pages has no place for "${unused}"`);
    }
    return pieces.map((piece, index) => (index % 2 === 0 ? piece : partFor(parts, piece))).join('');
  };
}

function partFor(parts: Readonly<Record<string, string>>, name: string): string {
  const part = parts[name];
  if (part === undefined) {
    throw new Error(`nothing fills <!--paper:${name}--> in the shell of paper pages`);
  }
  return part;
}
