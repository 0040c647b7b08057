const narrow = matchMedia('(width < 60rem)');

/** Where sections and topics are strips that scroll, the one that is open is in sight. */
export function startStrips(): void {
  if (!narrow.matches) return;
  for (const here of document.querySelectorAll<HTMLElement>(
    '.nav [aria-current], .rail [aria-current]',
  )) {
    const strip = here.closest('nav');
    if (!strip) continue;
    const [box, room] = [here.getBoundingClientRect(), strip.getBoundingClientRect()];
    strip.scrollLeft += box.left + box.width / 2 - room.left - room.width / 2;
  }
}
