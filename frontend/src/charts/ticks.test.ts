import { expect, test } from 'vitest';
import { ticks } from './ticks';

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [9, [0, 3, 6, 9]],
  [10, [0, 3, 6, 9, 12]],
  [2_853, [0, 1_000, 2_000, 3_000]],
  [420_000, [0, 200_000, 400_000, 600_000]],
])('up to %d', (largest, expected) => {
  expect(ticks(largest)).toEqual(expected);
});

test('reach the largest value in few round steps, whatever it is', () => {
  for (let largest = 1; largest < 1e7; largest = Math.ceil(largest * 1.07)) {
    const values = ticks(largest);
    expect(values.at(-1)).toBeGreaterThanOrEqual(largest);
    expect(values.at(-2)).toBeLessThan(largest);
    expect(values.length).toBeLessThanOrEqual(6);
    expect(values.every(Number.isInteger)).toBe(true);
  }
});
