import type { PeriodStatistic } from '../api/queries';
import { useFormats, useMessages } from '../i18n/language';
import { DataTable } from '../ui/DataTable';
import { NumbersBelow } from '../ui/NumbersBelow';
import ui from '../ui/ui.module.css';
import type { CalendarDay } from './calendar';

/** The calendar's numbers: every day that has one. */
export function DayTable(props: {
  title: string;
  days: CalendarDay[];
  statistic: PeriodStatistic;
  onChoose: (date: string) => void;
}) {
  const { days: texts, statistics } = useMessages();
  const formats = useFormats();
  const days = props.days.filter((day) => day.value > 0);
  const most = Math.max(1, ...days.map((day) => day.value));
  return (
    <NumbersBelow isPanel>
      <DataTable
        caption={props.title}
        rows={days}
        rowKey={(day) => day.date}
        isRowHit
        isTall
        columns={[
          {
            title: texts.day,
            value: (day) => day.date,
            show: (day) => (
              <button type="button" className={ui.linkButton} onClick={() => props.onChoose(day.date)}>
                {formats.longDate(day.date)}
              </button>
            ),
          },
          { title: statistics[props.statistic], value: (day) => day.value, share: (day) => day.value / most },
        ]}
      />
    </NumbersBelow>
  );
}
