import { LOCALES, type Language } from './languages';

/** Numbers and dates as a language writes them. */
export interface Formats {
  number(value: number): string;
  compact(value: number): string;
  decimal(value: number): string;
  percent(share: number): string;
  date(iso: string): string;
  longDate(iso: string): string;
  dateTime(iso: string): string;
  clock(moment: Date): string;
  minute(moment: Date): string;
  month(month: number): string;
  longMonth(month: number): string;
  weekday(weekday: number): string;
  shortWeekday(weekday: number): string;
  /** The day that it is there now, as `2026-05-31`. */
  today(): string;
  ago(seconds: number): string;
  duration(seconds: number): string;
}

/** 2024-01-01 was a Monday. */
const dayOfWeek = (weekday: number) => new Date(Date.UTC(2024, 0, weekday));
const dayOfMonth = (month: number) => new Date(Date.UTC(2024, month - 1, 1));
/** API days and forum times carry no zone: they are shown as they are. */
const asWritten = (iso: string) => new Date(iso.includes('T') ? `${iso}Z` : `${iso}T00:00:00Z`);

export function formats(language: Language, timeZone?: string): Formats {
  const locale = LOCALES[language];
  const number = new Intl.NumberFormat(locale);
  const compact = new Intl.NumberFormat(locale, {
    notation: 'compact',
    maximumSignificantDigits: 3,
    useGrouping: true,
  });
  const decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const utc = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const date = utc({ dateStyle: 'medium' });
  const longDate = utc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const dateTime = utc({ dateStyle: 'medium', timeStyle: 'short' });
  const month = utc({ month: 'short' });
  const longMonth = utc({ month: 'long' });
  const weekday = utc({ weekday: 'long' });
  const shortWeekday = utc({ weekday: 'short' });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone });
  const minute = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  // Sweden writes days as ISO 8601 does.
  const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'short' });
  const unit = (name: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 1 });
  const second = unit('second');
  const minutes = unit('minute');
  const hours = unit('hour');
  const days = unit('day');

  return {
    number: (value) => number.format(value),
    compact: (value) => compact.format(value),
    decimal: (value) => decimal.format(value),
    percent: (share) => percent.format(share),
    date: (iso) => date.format(asWritten(iso)),
    longDate: (iso) => longDate.format(asWritten(iso)),
    dateTime: (iso) => dateTime.format(asWritten(iso)),
    clock: (moment) => clock.format(moment),
    minute: (moment) => minute.format(moment),
    month: (index) => month.format(dayOfMonth(index)),
    longMonth: (index) => longMonth.format(dayOfMonth(index)),
    weekday: (index) => weekday.format(dayOfWeek(index)),
    shortWeekday: (index) => shortWeekday.format(dayOfWeek(index)),
    today: () => isoDay.format(new Date()),
    ago: (seconds) =>
      seconds < 60
        ? relative.format(-Math.round(seconds), 'second')
        : seconds < 3600
          ? relative.format(-Math.round(seconds / 60), 'minute')
          : relative.format(-Math.round(seconds / 3600), 'hour'),
    duration(seconds) {
      const whole = Math.max(0, Math.round(seconds));
      if (whole < 10) return second.format(seconds);
      if (whole < 60) return second.format(whole);
      if (whole < 3600) return `${minutes.format(Math.floor(whole / 60))} ${second.format(whole % 60)}`;
      if (whole < 86_400)
        return `${hours.format(Math.floor(whole / 3600))} ${minutes.format(Math.floor((whole % 3600) / 60))}`;
      return `${days.format(Math.floor(whole / 86_400))} ${hours.format(Math.floor((whole % 86_400) / 3600))}`;
    },
  };
}
