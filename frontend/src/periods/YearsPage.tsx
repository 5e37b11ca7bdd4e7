import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { PERIOD_STATISTICS, years } from '../api/queries';
import { useFormats, useMessages } from '../i18n/language';
import { NothingHere } from '../scope/NothingHere';
import { useChangeScope, useScope } from '../scope/scope';
import { ScopedPage } from '../scope/ScopedPage';
import { useStatistic } from '../scope/useStatistic';
import { everyYear, NO_POSTS } from '../scope/years';
import { Answer } from '../ui/Answer';
import { StatisticChooser } from '../ui/StatisticChooser';
import { PeriodPanels } from './PeriodPanels';

/** All years side by side; the chosen one stands out. */
export function YearsPage() {
  const { periods: texts } = useMessages();
  const formats = useFormats();
  const { year, board } = useScope();
  const change = useChangeScope();
  const [statistic, choose] = useStatistic('/years');
  const query = useQuery(years({ board }));
  const periods = useMemo(
    () =>
      everyYear(query.data?.rows ?? [], NO_POSTS).map((row) => ({
        key: String(row.year),
        label: String(row.year),
        numbers: row,
      })),
    [query.data],
  );
  return (
    <ScopedPage
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
            unfinished={formats.today().slice(0, 4)}
            chosen={year === undefined ? undefined : String(year)}
            onChoose={(key) => change({ year: Number(key) === year ? undefined : Number(key) })}
            chooseLabel={texts.showYear}
          />
        )}
      </Answer>
    </ScopedPage>
  );
}
