import { expect, test } from 'vitest';
import { shares } from './shares';

const row = (bid: number, year: number, post_count: number) => ({
  bid,
  year,
  post_count,
  name: `Forum ${bid}`,
  thread_count: 1,
});

test('takes the small boards together and leaves no year out', () => {
  const many = Array.from({ length: 9 }, (_, index) => row(index + 1, 2004, 100 - index));
  const { years, boards } = shares([...many, row(1, 2006, 3)]);
  expect(years).toEqual([2004, 2005, 2006]);
  expect(boards).toHaveLength(8);
  expect(boards[0]).toEqual({ bid: 1, name: 'Forum 1', values: [100, 0, 3] });
  expect(boards.at(-1)).toEqual({ values: [93 + 92, 0, 0] });
});

test('of no board there is no year', () => {
  expect(shares([])).toEqual({ years: [], boards: [] });
});

test('shows the chosen board however small, and threads where they are asked for', () => {
  const many = Array.from({ length: 9 }, (_, index) => row(index + 1, 2004, 100 - index));
  const { boards } = shares(many, 'threads_created', 9);
  expect(boards.map((board) => board.bid)).toEqual([1, 2, 3, 4, 5, 6, 7, 9, undefined]);
  expect(boards.at(-1)).toEqual({ values: [1] });
});
