import { expect, test } from 'vitest';
import { rowsInSight } from './useRowsInSight';

test.each([
  [300, 900, 1_000, 0, 27],
  [300, 900, 5, 0, 5],
  [-42_000, 900, 10_000, 988, 1_034],
  [-1_000_000, 900, 100, 100, 100],
  [5_000, 900, 100, 0, 0],
  [0, 900, 0, 0, 0],
])('a list at %d on a screen of %d, of %d rows: %d to %d', (top, screen, count, from, to) => {
  expect(rowsInSight(top, screen, count, 42)).toEqual({ from, to });
});
