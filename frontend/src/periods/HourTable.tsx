import type { CSSProperties } from 'react';
import type { PeriodStatistic } from '../api/queries';
import type { HourRow } from '../api/types';
import { useFormats, useMessages } from '../i18n/language';
import heat from '../ui/heat.module.css';
import { HeatLegend } from '../ui/HeatLegend';
import { NARROW, useMediaQuery } from '../ui/useMediaQuery';
import styles from './HourTable.module.css';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

/** Week × hour; on a phone it stands upright. */
export function HourTable({ rows, statistic }: { rows: HourRow[]; statistic: PeriodStatistic }) {
  const { periods: texts, statistics } = useMessages();
  const formats = useFormats();
  const upright = useMediaQuery(NARROW);
  const values = new Map(rows.map((row) => [row.weekday_hour, row[statistic]]));
  const most = Math.max(1, ...values.values());

  const cell = (weekday: number, hour: string) => {
    const value = values.get(`${weekday} ${hour}`) ?? 0;
    const when = texts.hourOf(formats.weekday(weekday), hour);
    return (
      <td
        key={`${weekday} ${hour}`}
        className={`${styles.cell} ${heat.heat}`}
        data-strong={value / most > 0.5 || undefined}
        data-none={value === 0 || undefined}
        style={{ '--heat': value / most } as CSSProperties}
        title={`${when}: ${formats.number(value)}`}
      >
        {formats.compact(value)}
      </td>
    );
  };
  const weekdayHead = (weekday: number, scope: 'row' | 'col') => (
    <th key={weekday} scope={scope} abbr={formats.weekday(weekday)}>
      {upright ? formats.shortWeekday(weekday) : formats.weekday(weekday)}
    </th>
  );
  const hourHead = (hour: string, scope: 'row' | 'col') => (
    <th key={hour} scope={scope} abbr={texts.hourLabel(hour)}>
      {hour}
    </th>
  );

  return (
    <>
      <table className={styles.hours}>
        <caption className="visually-hidden">{texts.by(statistics[statistic], texts.hour)}</caption>
        <thead>
          <tr>
            <td />
            {upright ? WEEKDAYS.map((day) => weekdayHead(day, 'col')) : HOURS.map((hour) => hourHead(hour, 'col'))}
          </tr>
        </thead>
        <tbody>
          {upright
            ? HOURS.map((hour) => (
                <tr key={hour}>
                  {hourHead(hour, 'row')}
                  {WEEKDAYS.map((weekday) => cell(weekday, hour))}
                </tr>
              ))
            : WEEKDAYS.map((weekday) => (
                <tr key={weekday}>
                  {weekdayHead(weekday, 'row')}
                  {HOURS.map((hour) => cell(weekday, hour))}
                </tr>
              ))}
        </tbody>
      </table>
      <HeatLegend most={formats.number(most)} />
    </>
  );
}
