/** Values of a file that may be anything, read as what they should be: a wrong list is empty, wrong keys are none. */
export type Path = PropertyKey[];
export type Keyed = Record<string, unknown>;

export const isKeyed = (value: unknown): value is Keyed =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const keyed = (value: unknown): Keyed => (isKeyed(value) ? value : {});

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
