import { expect, test } from 'vitest';
import { ranks } from './ranks';

test('equal numbers have the same rank', () => {
  expect(ranks([9, 7, 7, 7, 2], false, false)).toEqual([1, 2, 2, 2, 5]);
});

test('the smallest number is the last, not the first', () => {
  expect(ranks([0, 2, 2, 9], true, true)).toEqual([4, 2, 2, 1]);
  expect(ranks([0, 2], true, false)).toEqual([undefined, undefined]);
});
