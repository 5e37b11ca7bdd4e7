import { useMemo } from 'react';
import type { PeriodStatistic } from '../api/queries';
import { Bars } from '../charts/Bars';
import { useMessages } from '../i18n/language';
import { Panel } from '../ui/Panel';
import { ZoneNote } from '../ui/ZoneNote';
import { PeriodTable, type Period } from './PeriodTable';

/** Bars, and the table of the same numbers. */
export function PeriodPanels(props: {
  heading: string;
  periods: Period[];
  statistic: PeriodStatistic;
  /** The period that goes on. */
  unfinished?: string;
  chosen?: string;
  onChoose?: (key: string) => void;
  chooseLabel?: (label: string) => string;
  /** How the peak is told, where not by its label. */
  peakLabel?: (label: string) => string;
}) {
  const { periods: texts, statistics, common } = useMessages();
  const { periods, statistic, peakLabel = (label) => label } = props;
  const bars = useMemo(
    () => periods.map(({ key, label, numbers }) => ({ key, label, value: numbers[statistic] })),
    [periods, statistic],
  );
  const peak = bars.reduce<(typeof bars)[number] | undefined>(
    (best, bar) => (best && best.value >= bar.value ? best : bar),
    undefined,
  );
  const title = texts.by(statistics[statistic], props.heading);
  const note = peak && texts.busiest(peakLabel(peak.label), statistics.of[statistic](peak.value));
  return (
    <>
      <Panel title={title} note={note}>
        <Bars
          label={title}
          bars={bars}
          inWords={statistics.of[statistic]}
          hasShares={statistic !== 'avg_post_length' && statistic !== 'active_users'}
          unfinished={props.unfinished}
          chosen={props.chosen}
          onChoose={props.onChoose}
        />
        <ZoneNote />
      </Panel>
      <Panel title={common.numbers}>
        <PeriodTable {...props} caption={title} />
      </Panel>
    </>
  );
}
