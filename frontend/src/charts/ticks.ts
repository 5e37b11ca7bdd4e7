const INTERVALS = 4;

/** Round values from zero up, the last not below the largest that is drawn; counts have no fractions. */
export function ticks(largest: number): number[] {
  const rough = Math.max(1, largest) / INTERVALS;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, magnitude * ([1, 2, 2.5, 5].find((factor) => factor * magnitude >= rough) ?? 10));
  const whole = Math.ceil(step);
  return Array.from({ length: Math.ceil(Math.max(1, largest) / whole) + 1 }, (_, index) => index * whole);
}
