/** What a reader may choose about the page. `boot.ts` reads the same keys before the first paint. */
export type Preference = 'theme' | 'density' | 'lang' | 'keys' | 'group' | 'read';

/** The stored choice, or `null`: none was made, or storage is forbidden. */
export function readPreference(key: Preference): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a choice; `null` takes it back. Where storage is forbidden it lasts as long as the page. */
export function storePreference(key: Preference, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Nothing to do: the choice already shows on the page.
  }
}
