/**
 * A page with the quotes of its attributes left out where HTML needs none
 * (https://html.spec.whatwg.org/#attributes-2), and its optional end tags: for the shell of paper pages, whose every
 * byte is written fifty thousand times. Scripts and styles in the page are left as they are.
 */
export function thinMarkup(html: string): string {
  return html
    .split(/(<(?:script|style)\b[^>]*>[\s\S]*?<\/(?:script|style)>)/i)
    .map((part, at) => (at % 2 === 0 ? thin(part) : part))
    .join('');
}

function thin(markup: string): string {
  return markup
    .replaceAll(/<[a-z][^>]*>/gi, (tag) =>
      // A slash that ends a tag would be taken into an unquoted value before it.
      tag.endsWith('/>') ? tag : tag.replaceAll(/="([\w./:#?&;,~%@+-]+)"/g, '=$1'),
    )
    .replaceAll(/<\/(?:li|dt|dd|body|html)>/g, '');
}
