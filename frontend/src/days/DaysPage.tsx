import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { heatMap, PERIOD_STATISTICS, years } from '../api/queries';
import { useScope } from '../scope/scope';
import { useMessages } from '../i18n/language';
import { useStatistic } from '../scope/useStatistic';
import { Answer } from '../ui/Answer';
import { Empty } from '../ui/Empty';
import { NothingHere } from '../scope/NothingHere';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { Skeleton } from '../ui/Skeleton';
import { StatisticChooser } from '../ui/StatisticChooser';
import ui from '../ui/ui.module.css';
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
    <Page
      title={texts.title}
      lead={scope.year === undefined ? `${texts.lead} ${texts.newest}` : texts.lead}
      actions={<StatisticChooser statistics={PERIOD_STATISTICS} value={statistic} onChange={choose} />}
    >
      <Answer
        query={query}
        skeleton={<Skeleton lines={7} />}
        isEmpty={(answer) => answer.series.length === 0}
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
                      min={`${year}-01-01`}
                      max={`${year}-12-31`}
                      value={day ?? ''}
                      onChange={(event) => chooseDay(event.target.value || undefined)}
                    />
                  </label>
                }
              >
                <Calendar label={title} days={days} chosen={day} onChoose={chooseDay} />
              </Panel>
              <Panel title={texts.day}>
                {day ? (
                  <DayPanel date={day} />
                ) : (
                  <Empty title={texts.none}>
                    <p>{texts.noneHint}</p>
                  </Empty>
                )}
              </Panel>
              <DayTable title={title} days={days} statistic={statistic} onChoose={chooseDay} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
