import { PERIOD_STATISTICS, type PeriodStatistic } from '../api/queries';
import type { PeriodNumbers } from '../api/types';
import { useMessages } from '../i18n/language';
import { DataTable } from '../ui/DataTable';
import ui from '../ui/ui.module.css';

export interface Period {
  key: string;
  label: string;
  numbers: PeriodNumbers;
}

/** The numbers behind the bars. */
export function PeriodTable(props: {
  caption: string;
  heading: string;
  periods: Period[];
  statistic: PeriodStatistic;
  chosen?: string;
  onChoose?: (key: string) => void;
  chooseLabel?: (label: string) => string;
}) {
  const { statistics } = useMessages();
  const { onChoose } = props;
  const most = Math.max(1, ...props.periods.map((period) => period.numbers[props.statistic]));
  const button = (period: Period) => (
    <button
      type="button"
      className={ui.linkButton}
      title={props.chooseLabel?.(period.label)}
      onClick={() => onChoose?.(period.key)}
    >
      {period.label}
    </button>
  );
  return (
    <DataTable
      caption={props.caption}
      rows={props.periods}
      rowKey={(period) => period.key}
      isChosen={(period) => period.key === props.chosen}
      isRowHit={onChoose !== undefined}
      columns={[
        { title: props.heading, value: (period) => period.label, show: onChoose && button },
        ...PERIOD_STATISTICS.map((statistic) => ({
          title: statistics[statistic],
          hint: statistics.hints[statistic],
          value: (period: Period) => period.numbers[statistic],
          share: statistic === props.statistic ? (period: Period) => period.numbers[statistic] / most : undefined,
        })),
      ]}
    />
  );
}
