import { expect, test } from 'vitest';
import { heatScale, quantileScale, rangeScale } from './heatScale';

test('one outlier leaves the other days apart', () => {
  const scale = quantileScale([349, 1, 1, 1, 2, 2, 2, 3, 3, 5]);
  const [one, two, three, five, most] = [1, 2, 3, 5, 349].map(scale) as [number, number, number, number, number];
  expect(one).toBeGreaterThan(0);
  expect(two).toBeGreaterThan(one);
  expect(three).toBeGreaterThan(two);
  expect(five).toBeGreaterThanOrEqual(three);
  expect(most).toBe(1);
});

test('a larger number is never paler', () => {
  const values = [7, 1, 1, 9, 30, 2, 2, 800, 4, 4, 4, 5];
  const scale = quantileScale(values);
  const shades = values.toSorted((a, b) => a - b).map(scale);
  expect(shades).toEqual(shades.toSorted((a, b) => a - b));
});

test('nothing has no colour, and one number alone has the palest', () => {
  expect(quantileScale([])(0)).toBe(0);
  expect(quantileScale([0, 4])(0)).toBe(0);
  expect(quantileScale([0, 4, 4])(4)).toBe(0.2);
});

test('averages begin at the smallest', () => {
  const scale = rangeScale([0, 210, 240, 225]);
  expect([scale(0), scale(210), scale(240)]).toEqual([0, 0.15, 1]);
  expect(heatScale([200, 220, 240], true)(220)).toBeCloseTo(0.575);
});
