/** Text and attributes as arXiv's serializer (lxml) writes them; U+0000–0008 and the like cannot occur in XML. */
export function text(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

export function attribute(value: string): string {
  return text(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** `<tag>text</tag>` at an indent, with its line end. */
export const line = (indent: number, tag: string, value: string): string =>
  `${' '.repeat(indent)}<${tag}>${text(value)}</${tag}>\n`;
