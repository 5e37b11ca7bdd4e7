import { expect, test } from 'vitest';
import { calendar } from './calendar';

const week = (name: number, ...days: [string, number][]) => ({
  name,
  series: days.map(([day, value]) => ({ name: day, value })),
});

test('has every day of the year, leap days too', () => {
  expect(calendar(2024, { series: [] })).toHaveLength(366);
  expect(calendar(2023, { series: [] })).toHaveLength(365);
});

test('puts the days before the first Monday into week 0', () => {
  // 1 January 2004 was a Thursday, the first Monday the 5th.
  const days = calendar(2004, {
    series: [week(0, ['Sonntag', 4], ['Donnerstag', 1]), week(1, ['Sonntag', 11], ['Montag', 5])],
  });
  const value = (date: string) => days.find((day) => day.date === date)?.value;
  expect([value('2004-01-01'), value('2004-01-04'), value('2004-01-05'), value('2004-01-11')]).toEqual([1, 4, 5, 11]);
  expect(value('2004-01-02')).toBe(0);
});

test('begins with week 1 where the year begins with a Monday', () => {
  const days = calendar(2018, { series: [week(1, ['Montag', 7]), week(53, ['Montag', 9])] });
  expect(days[0]).toEqual({ date: '2018-01-01', week: 0, weekday: 0, month: 1, value: 7 });
  expect(days.at(-1)).toEqual({ date: '2018-12-31', week: 52, weekday: 0, month: 12, value: 9 });
});
