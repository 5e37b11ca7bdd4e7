import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { heatMap, PERIOD_STATISTICS, years } from '../api/queries';
import { useMessages } from '../i18n/language';
import { NothingHere } from '../scope/NothingHere';
import { useScope } from '../scope/scope';
import { ScopedPage } from '../scope/ScopedPage';
import { useStatistic } from '../scope/useStatistic';
import { Answer } from '../ui/Answer';
import { Panel } from '../ui/Panel';
import { Skeleton } from '../ui/Skeleton';
import { StatisticChooser } from '../ui/StatisticChooser';
import ui from '../ui/ui.module.css';
import { ZoneNote } from '../ui/ZoneNote';
import { Calendar } from './Calendar';
import { calendar } from './calendar';
import { DayPanel } from './DayPanel';
import { DayTable } from './DayTable';

const route = getRouteApi('/days');

/** A year as a calendar; without a chosen year the newest. */
export function DaysPage() {
  const { days: texts, statistics } = useMessages();
  const scope = useScope();
  const { day } = route.useSearch();
  const navigate = route.useNavigate();
  const [statistic, choose] = useStatistic('/days');
  const newest = useQuery(years({ board: scope.board })).data?.rows.at(-1)?.year;
  const year = scope.year ?? newest;
  const query = useQuery({ ...heatMap(year ?? 0, scope.board, statistic), enabled: year !== undefined });
  const chooseDay = (date?: string) =>
    void navigate({ search: (search) => ({ ...search, day: date }), resetScroll: false });
  const title = texts.calendarOf(statistics[statistic], String(year ?? ''));

  return (
    <ScopedPage
      title={texts.title}
      lead={texts.lead}
      actions={<StatisticChooser statistics={PERIOD_STATISTICS} value={statistic} onChange={choose} />}
    >
      <Answer
        query={query}
        skeleton={<Skeleton lines={7} />}
        isEmpty={(answer) => answer.series.length === 0 && day === undefined}
        empty={<NothingHere />}
      >
        {(answer) => {
          const days = calendar(year ?? 0, answer);
          return (
            <>
              <Panel
                title={title}
                note={
                  <label className={ui.field}>
                    {texts.choose}
                    <input
                      type="date"
                      className={ui.control}
                      value={day ?? ''}
                      onChange={(event) => chooseDay(event.target.value || undefined)}
                    />
                  </label>
                }
              >
                <Calendar label={title} days={days} statistic={statistic} chosen={day} onChoose={chooseDay} />
                <ZoneNote />
              </Panel>
              {day && <DayPanel date={day} onClose={() => chooseDay()} />}
              <DayTable title={title} days={days} statistic={statistic} onChoose={chooseDay} />
            </>
          );
        }}
      </Answer>
    </ScopedPage>
  );
}
