import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { PERIOD_STATISTICS, weekdays } from '../api/queries';
import { useScope } from '../scope/scope';
import { ScopedPage } from '../scope/ScopedPage';
import { useFormats, useMessages } from '../i18n/language';
import { Answer } from '../ui/Answer';
import { NothingHere } from '../scope/NothingHere';
import { StatisticChooser } from '../ui/StatisticChooser';
import { PeriodPanels } from './PeriodPanels';
import { useStatistic } from '../scope/useStatistic';

/** Monday to Sunday. */
export function WeekdaysPage() {
  const { periods: texts } = useMessages();
  const formats = useFormats();
  const [statistic, choose] = useStatistic('/weekdays');
  const query = useQuery(weekdays(useScope()));
  const periods = useMemo(
    () =>
      query.data?.rows.map((row) => ({
        key: row.weekday,
        label: formats.weekday(Number(row.weekday)),
        numbers: row,
      })) ?? [],
    [query.data, formats],
  );
  return (
    <ScopedPage
      title={texts.weekdays}
      lead={texts.weekdaysLead}
      actions={<StatisticChooser statistics={PERIOD_STATISTICS} value={statistic} onChange={choose} />}
    >
      <Answer query={query} isEmpty={() => periods.length === 0} empty={<NothingHere />}>
        {() => <PeriodPanels heading={texts.weekday} periods={periods} statistic={statistic} peakLabel={texts.every} />}
      </Answer>
    </ScopedPage>
  );
}
