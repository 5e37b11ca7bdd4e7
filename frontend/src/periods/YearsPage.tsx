import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { PERIOD_STATISTICS, years } from '../api/queries';
import { useChangeScope, useScope } from '../scope/scope';
import { useMessages } from '../i18n/language';
import { Answer } from '../ui/Answer';
import { NothingHere } from '../scope/NothingHere';
import { Page } from '../ui/Page';
import { StatisticChooser } from '../ui/StatisticChooser';
import { PeriodPanels } from './PeriodPanels';
import { useStatistic } from '../scope/useStatistic';

/** All years side by side; the chosen one stands out. */
export function YearsPage() {
  const { periods: texts } = useMessages();
  const { year, board } = useScope();
  const change = useChangeScope();
  const [statistic, choose] = useStatistic('/years');
  const query = useQuery(years({ board }));
  const periods = useMemo(
    () => query.data?.rows.map((row) => ({ key: String(row.year), label: String(row.year), numbers: row })) ?? [],
    [query.data],
  );
  return (
    <Page
      title={texts.years}
      lead={texts.yearsLead}
      actions={<StatisticChooser statistics={PERIOD_STATISTICS} value={statistic} onChange={choose} />}
    >
      <Answer query={query} isEmpty={() => periods.length === 0} empty={<NothingHere />}>
        {() => (
          <PeriodPanels
            heading={texts.year}
            periods={periods}
            statistic={statistic}
            chosen={year === undefined ? undefined : String(year)}
            onChoose={(key) => change({ year: Number(key) === year ? undefined : Number(key) })}
            chooseLabel={texts.showYear}
          />
        )}
      </Answer>
    </Page>
  );
}
