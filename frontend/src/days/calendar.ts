import type { HeatMap } from '../api/types';

const NAMES = ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'];
const DAY = 86_400_000;

/** A day of a year; `week` counts the columns of the calendar from 0, `weekday` from 0 for Monday. */
export interface CalendarDay {
  date: string;
  week: number;
  weekday: number;
  month: number;
  value: number;
}

/** Every day of the year with its number; days that the answer does not hold had none. */
export function calendar(year: number, answer: HeatMap): CalendarDay[] {
  const values = new Map<string, number>();
  for (const week of answer.series) {
    for (const day of week.series) {
      const date = dateOf(year, week.name, NAMES.indexOf(day.name));
      if (date) values.set(date, day.value);
    }
  }
  const first = Date.UTC(year, 0, 1);
  const offset = mondayBased(first);
  const length = (Date.UTC(year + 1, 0, 1) - first) / DAY;
  return Array.from({ length }, (_, index) => {
    const date = iso(first + index * DAY);
    return {
      date,
      week: Math.floor((index + offset) / 7),
      weekday: (index + offset) % 7,
      month: Number(date.slice(5, 7)),
      value: values.get(date) ?? 0,
    };
  });
}

/** Week 1 begins with the first Monday, the days before it are week 0, as strftime's `%W` counts. */
function dateOf(year: number, week: number, sundayBased: number): string | undefined {
  const first = Date.UTC(year, 0, 1);
  const firstMonday = first + ((7 - mondayBased(first)) % 7) * DAY;
  const date = iso(firstMonday + ((week - 1) * 7 + ((sundayBased + 6) % 7)) * DAY);
  return date.startsWith(`${year}-`) ? date : undefined;
}

const mondayBased = (time: number) => (new Date(time).getUTCDay() + 6) % 7;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
