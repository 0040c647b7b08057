/**
 * A sentence at the foot of the window, over the page, so that nothing moves: one at a time, the last one wins.
 * @param link what the reader can do about it
 */
export function showBanner(sentence: string, link?: { href: string; words: string }): void {
  hideBanner();
  const banner = document.createElement('p');
  banner.className = 'banner';
  banner.role = 'status';
  banner.append(sentence);
  if (link) {
    const anchor = document.createElement('a');
    anchor.href = link.href;
    anchor.textContent = link.words;
    banner.append(' ', anchor);
  }
  document.body.append(banner);
}

export function hideBanner(): void {
  document.querySelector('.banner')?.remove();
}
