import type { PeriodStatistic } from '../api/queries';
import { useFormats, useMessages } from '../i18n/language';
import { BarCell } from '../ui/BarCell';
import ui from '../ui/ui.module.css';
import type { CalendarDay } from './calendar';
import styles from './DayTable.module.css';

/** The calendar's numbers: every day that has one. */
export function DayTable(props: {
  title: string;
  days: CalendarDay[];
  statistic: PeriodStatistic;
  onChoose: (date: string) => void;
}) {
  const { common, days: texts, statistics } = useMessages();
  const formats = useFormats();
  const days = props.days.filter((day) => day.value > 0);
  const most = Math.max(1, ...days.map((day) => day.value));
  return (
    <details className={`${ui.panel} ${ui.details}`}>
      <summary>{common.numbers}</summary>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={props.title}>
        <table className={ui.table}>
          <caption className="visually-hidden">{props.title}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.day}</th>
              <th scope="col" className={ui.number}>
                {statistics[props.statistic]}
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.date}>
                <th scope="row">
                  <button type="button" className={ui.linkButton} onClick={() => props.onChoose(day.date)}>
                    {formats.longDate(day.date)}
                  </button>
                </th>
                <BarCell share={day.value / most}>{formats.number(day.value)}</BarCell>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
