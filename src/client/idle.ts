/** Resolves when the browser has nothing more urgent to do, so that what can wait keeps no reader waiting. */
export const whenIdle = (): Promise<void> =>
  new Promise((go) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => go(), { timeout: 2_000 });
    else setTimeout(go, 50);
  });
