import { expect, test } from 'vitest';
import { formats } from './formats';

test('writes numbers and dates as the language does', () => {
  const [german, english] = [formats('de'), formats('en')];
  expect([german.number(1234567), english.number(1234567)]).toEqual(['1.234.567', '1,234,567']);
  expect([german.date('2004-05-31'), english.date('2004-05-31')]).toEqual(['31.05.2004', '31 May 2004']);
  expect([german.weekday(1), english.weekday(7)]).toEqual(['Montag', 'Sunday']);
  expect(german.dateTime('2004-12-31T23:59:00')).toContain('31.12.2004');
});

test('names a duration by its two largest units', () => {
  const english = formats('en');
  expect(english.duration(0.73)).toBe('0.7 secs');
  expect(english.duration(42)).toBe('42 secs');
  expect(english.duration(95)).toBe('1 min 35 secs');
  expect(english.duration(7_260)).toBe('2 hrs 1 min');
});

test('tells moments and days in the zone of the forum', () => {
  const berlin = formats('de', 'Europe/Berlin');
  expect(berlin.clock(new Date('2026-07-01T06:13:00Z'))).toBe('08:13:00');
  expect(formats('de', 'Asia/Tokyo').minute(new Date('2026-07-01T18:13:00Z'))).toBe('03:13');
  expect(berlin.today()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
