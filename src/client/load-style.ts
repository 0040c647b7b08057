/**
 * Brings a style sheet that only some readers need, with what it dresses.
 * @param href as Vite gives it for `?url`
 * @throws when it cannot be had
 */
export function loadStyle(href: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove();
      reject(new Error(`[GET] "${href}" failed`));
    });
    document.head.append(link);
  });
}
