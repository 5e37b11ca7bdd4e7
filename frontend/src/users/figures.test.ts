import { expect, test } from 'vitest';
import { figuresIn } from './figures';

const year = (of: number, post_count: number, avg_post_length: number) => ({
  year: of,
  post_count,
  avg_post_length,
  edit_count: 1,
  threads_created: 2,
  quoted_count: 3,
  quotes_count: 4,
});

test('are those of the chosen year', () => {
  const years = [year(2009, 28, 120), year(2010, 7, 90)];
  expect(figuresIn(years, 2009)).toMatchObject({ post_count: 28, avg_post_length: 120, quoted_count: 3 });
  expect(figuresIn(years, 2015)).toMatchObject({ post_count: 0, avg_post_length: 0 });
});

test('add up over the years, but for averages', () => {
  const all = figuresIn([year(2009, 28, 120), year(2010, 7, 90)], undefined);
  expect(all).toMatchObject({ post_count: 35, edit_count: 2 });
  expect(all.avg_post_length).toBeUndefined();
});
