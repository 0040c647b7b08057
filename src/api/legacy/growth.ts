/** How a count moved against the period of the same length before it. */
export interface Growth {
  recent: number;
  previous: number;
  /** In percent, with one decimal. From nothing to something counts as 100. */
  growth_rate: number;
}

export function growthOf(recent: number, previous: number): Growth {
  const rate = previous === 0 ? (recent > 0 ? 100 : 0) : ((recent - previous) / previous) * 100;
  return { recent, previous, growth_rate: Math.round(rate * 10) / 10 };
}
