import { PERIOD_STATISTICS, type PeriodStatistic } from '../api/queries';
import type { PeriodNumbers } from '../api/types';
import { useFormats, useMessages } from '../i18n/language';
import { BarCell } from '../ui/BarCell';
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
  const formats = useFormats();
  const most = Math.max(1, ...props.periods.map((period) => period.numbers[props.statistic]));
  return (
    <div className={ui.scroller} tabIndex={0} role="group" aria-label={props.caption}>
      <table className={ui.table}>
        <caption className="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{props.heading}</th>
            {PERIOD_STATISTICS.map((statistic) => (
              <th key={statistic} scope="col" className={ui.number} title={statistics.hints[statistic]}>
                {statistics[statistic]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.periods.map((period) => (
            <tr key={period.key} className={period.key === props.chosen ? ui.chosen : undefined}>
              <th scope="row">
                {props.onChoose ? (
                  <button
                    type="button"
                    className={ui.linkButton}
                    title={props.chooseLabel?.(period.label)}
                    onClick={() => props.onChoose?.(period.key)}
                  >
                    {period.label}
                  </button>
                ) : (
                  period.label
                )}
              </th>
              {PERIOD_STATISTICS.map((statistic) =>
                statistic === props.statistic ? (
                  <BarCell key={statistic} share={period.numbers[statistic] / most}>
                    {formats.number(period.numbers[statistic])}
                  </BarCell>
                ) : (
                  <td key={statistic} className={ui.number}>
                    {formats.number(period.numbers[statistic])}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
