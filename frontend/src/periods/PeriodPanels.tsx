import { useMemo } from 'react';
import type { PeriodStatistic } from '../api/queries';
import { Bars } from '../charts/Bars';
import { useFormats, useMessages } from '../i18n/language';
import { Panel } from '../ui/Panel';
import { PeriodTable, type Period } from './PeriodTable';

/** Bars, and the table of the same numbers. */
export function PeriodPanels(props: {
  heading: string;
  periods: Period[];
  statistic: PeriodStatistic;
  chosen?: string;
  onChoose?: (key: string) => void;
  chooseLabel?: (label: string) => string;
}) {
  const { periods: texts, statistics, common } = useMessages();
  const formats = useFormats();
  const { periods, statistic } = props;
  const bars = useMemo(
    () => periods.map(({ key, label, numbers }) => ({ key, label, value: numbers[statistic] })),
    [periods, statistic],
  );
  const peak = bars.reduce<(typeof bars)[number] | undefined>(
    (best, bar) => (best && best.value >= bar.value ? best : bar),
    undefined,
  );
  const title = texts.by(statistics[statistic], props.heading);
  return (
    <>
      <Panel title={title} note={peak && texts.busiest(peak.label, formats.number(peak.value))}>
        <Bars label={title} bars={bars} chosen={props.chosen} onChoose={props.onChoose} />
      </Panel>
      <Panel title={common.numbers}>
        <PeriodTable {...props} caption={title} />
      </Panel>
    </>
  );
}
