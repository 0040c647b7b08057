/** Days that have a picture of their own, the newest; older ones show that of the site. */
export const SHARED_DAYS = 30;

/** Paths of the pictures below the base (`src/integrations/beside/share-images.ts` draws them). */
export const shareImage = {
  site: 'share/site.png',
  topic: (id: string): string => `share/topics/${id}.png`,
  day: (date: string): string => `share/days/${date}.png`,
} as const;
