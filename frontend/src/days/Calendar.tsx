import { useId, useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { PeriodStatistic } from '../api/queries';
import { useFormats, useMessages } from '../i18n/language';
import heat from '../ui/heat.module.css';
import { HeatLegend } from '../ui/HeatLegend';
import { heatScale } from '../ui/heatScale';
import type { CalendarDay } from './calendar';
import styles from './Calendar.module.css';

const MOVES: Record<string, number> = {
  ArrowUp: -1,
  ArrowDown: 1,
  ArrowLeft: -7,
  ArrowRight: 7,
  PageUp: -28,
  PageDown: 28,
};

/** Weeks as columns, Monday on top; on a phone the weeks are rows. One stop of the Tab key, then the arrow keys. */
export function Calendar(props: {
  label: string;
  days: CalendarDay[];
  statistic: PeriodStatistic;
  chosen?: string;
  onChoose: (date: string) => void;
}) {
  const { days: texts, statistics } = useMessages();
  const formats = useFormats();
  const id = useId();
  const { days, chosen, onChoose } = props;
  const [active, setActive] = useState<number>();
  const present = days.map((day) => day.value).filter((value) => value > 0);
  const scale = heatScale(present, props.statistic === 'avg_post_length');
  const today = formats.today();
  const inWords = ({ date, value }: CalendarDay) => {
    const words = value === 0 && date > today ? texts.toCome : statistics.of[props.statistic](value);
    return texts.value(formats.longDate(date), date === today ? `${words} (${texts.today})` : words);
  };
  const chosenIndex = days.findIndex((day) => day.date === chosen);
  const current = active ?? Math.max(0, chosenIndex);
  const currentDay = days[current];

  function onKeyDown(event: KeyboardEvent) {
    const move = MOVES[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setActive(Math.min(days.length - 1, Math.max(0, current + move)));
    } else if ((event.key === 'Enter' || event.key === ' ') && currentDay) {
      event.preventDefault();
      onChoose(currentDay.date);
    }
  }

  return (
    <>
      <div
        role="listbox"
        aria-label={`${props.label}. ${texts.keys}`}
        aria-activedescendant={currentDay ? `${id}-${currentDay.date}` : undefined}
        tabIndex={0}
        className={styles.calendar}
        onKeyDown={onKeyDown}
        onBlur={() => setActive(undefined)}
      >
        {[0, 1, 2, 3, 4, 5, 6].map((weekday) => (
          <span
            key={weekday}
            aria-hidden="true"
            className={styles.weekday}
            style={{ '--weekday': weekday + 2 } as CSSProperties}
          >
            {formats.shortWeekday(weekday + 1)}
          </span>
        ))}
        {days
          .filter((day) => day.date.endsWith('-01'))
          .map((day) => (
            <span
              key={day.month}
              aria-hidden="true"
              className={styles.month}
              style={{ '--week': day.week + 2 } as CSSProperties}
            >
              {formats.month(day.month)}
            </span>
          ))}
        {days.map((day, index) => (
          <span
            key={day.date}
            id={`${id}-${day.date}`}
            role="option"
            aria-selected={day.date === chosen}
            aria-label={inWords(day)}
            title={inWords(day)}
            className={`${styles.day} ${heat.heat}`}
            data-active={index === current || undefined}
            data-none={day.value === 0 || undefined}
            data-future={(day.value === 0 && day.date > today) || undefined}
            data-today={day.date === today || undefined}
            data-odd={day.month % 2 === 1 || undefined}
            style={
              { '--heat': scale(day.value), '--week': day.week + 2, '--weekday': day.weekday + 2 } as CSSProperties
            }
            onClick={() => onChoose(day.date)}
          />
        ))}
      </div>
      {present.length > 0 && (
        <HeatLegend least={formats.number(Math.min(...present))} most={formats.number(Math.max(...present))} />
      )}
    </>
  );
}
