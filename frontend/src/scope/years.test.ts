import { expect, test } from 'vitest';
import { everyYear } from './years';

test('leaves no year out between the first and the last', () => {
  const rows = [
    { year: 2013, posts: 4 },
    { year: 2015, posts: 1 },
    { year: 2018, posts: 2 },
  ];
  expect(everyYear(rows, { posts: 0 }).map(({ year, posts }) => [year, posts])).toEqual([
    [2013, 4],
    [2014, 0],
    [2015, 1],
    [2016, 0],
    [2017, 0],
    [2018, 2],
  ]);
  expect(everyYear<{ year: number; posts: number }>([], { posts: 0 })).toEqual([]);
});
