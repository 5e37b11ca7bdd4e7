const STEPS = 5;

/** How strong the colour of a number is, from 0 (none) to 1. */
export type HeatScale = (value: number) => number;

/**
 * Steps that hold about as many numbers each, so that one day of 349 posts leaves the differences between 1, 2 and 3 in
 * sight: as the calendars of code forges do.
 */
export function quantileScale(values: number[]): HeatScale {
  const sorted = values.filter((value) => value > 0).toSorted((a, b) => a - b);
  const limits = Array.from(
    { length: STEPS - 1 },
    (_, step) => sorted[Math.floor(((step + 1) * sorted.length) / STEPS)] ?? 0,
  );
  const most = sorted.at(-1) ?? 0;
  return (value) => {
    if (value <= 0) return 0;
    const step = value === most && value > sorted[0]! ? STEPS : 1 + limits.filter((limit) => limit < value).length;
    return step / STEPS;
  };
}

/** From the smallest average to the largest: averages do not begin at nothing. */
export function rangeScale(values: number[]): HeatScale {
  const present = values.filter((value) => value > 0);
  const least = Math.min(...present);
  const most = Math.max(...present);
  return (value) => (value <= 0 ? 0 : most === least ? 0.5 : 0.15 + (0.85 * (value - least)) / (most - least));
}

export const heatScale = (values: number[], isAverage: boolean): HeatScale =>
  (isAverage ? rangeScale : quantileScale)(values);
