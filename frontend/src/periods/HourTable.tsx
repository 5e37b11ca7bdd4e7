import type { CSSProperties } from 'react';
import type { PeriodStatistic } from '../api/queries';
import type { HourRow } from '../api/types';
import { useFormats, useMessages } from '../i18n/language';
import { DataTable, type Column } from '../ui/DataTable';
import heat from '../ui/heat.module.css';
import { HeatLegend } from '../ui/HeatLegend';
import { heatScale } from '../ui/heatScale';
import { NARROW, useMediaQuery } from '../ui/useMediaQuery';
import styles from './HourTable.module.css';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

/** Week × hour; on a phone it stands upright. */
export function HourTable({ rows, statistic }: { rows: HourRow[]; statistic: PeriodStatistic }) {
  const { periods: texts, statistics } = useMessages();
  const formats = useFormats();
  const isUpright = useMediaQuery(NARROW);
  const values = new Map(rows.map((row) => [row.weekday_hour, row[statistic]]));
  const present = [...values.values()];
  const scale = heatScale(present, statistic === 'avg_post_length');
  const valueOf = (weekday: number, hour: string) => values.get(`${weekday} ${hour}`) ?? 0;
  const weekdayName = (weekday: number) => (isUpright ? formats.shortWeekday(weekday) : formats.weekday(weekday));

  const coloured = (weekday: number, hour: string) => {
    const value = valueOf(weekday, hour);
    const shade = scale(value);
    return {
      className: `${styles.cell} ${heat.heat}`,
      'data-strong': shade > 0.5 || undefined,
      'data-none': value === 0 || undefined,
      style: { '--heat': shade } as CSSProperties,
      title: `${texts.hourOf(formats.weekday(weekday), Number(hour))}: ${statistics.of[statistic](value)}`,
    };
  };
  const table = {
    caption: texts.by(statistics[statistic], texts.hour),
    className: styles.hours,
  };
  const legend = (
    <HeatLegend
      least={formats.number(Math.min(...present.filter((value) => value > 0)))}
      most={formats.number(Math.max(...present))}
    />
  );

  if (isUpright) {
    const columns: Column<string>[] = WEEKDAYS.map((weekday) => ({
      title: weekdayName(weekday),
      value: (hour) => valueOf(weekday, hour),
      format: formats.compact,
      attributes: (hour) => coloured(weekday, hour),
    }));
    const names = { title: texts.clock, value: (hour: string) => hour };
    return (
      <>
        <DataTable {...table} rows={HOURS} rowKey={(hour) => hour} columns={[names, ...columns]} />
        {legend}
      </>
    );
  }
  const columns: Column<number>[] = HOURS.map((hour) => ({
    title: hour,
    hint: texts.hourLabel(hour),
    value: (weekday) => valueOf(weekday, hour),
    format: formats.compact,
    attributes: (weekday) => coloured(weekday, hour),
  }));
  const names = { title: texts.weekday, value: weekdayName };
  return (
    <>
      <DataTable {...table} rows={WEEKDAYS} rowKey={(weekday) => weekday} columns={[names, ...columns]} />
      {legend}
    </>
  );
}
