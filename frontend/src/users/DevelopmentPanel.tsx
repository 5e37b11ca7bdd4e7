import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { development, USER_STATISTICS } from '../api/queries';
import { Bars } from '../charts/Bars';
import { useFormats, useMessages } from '../i18n/language';
import { useChangeScope, useScope } from '../scope/scope';
import { Answer } from '../ui/Answer';
import { DataTable } from '../ui/DataTable';
import { NumbersBelow } from '../ui/NumbersBelow';
import { Panel } from '../ui/Panel';
import { StatisticChooser } from '../ui/StatisticChooser';
import ui from '../ui/ui.module.css';

const route = getRouteApi('/user/$uid');

/** A user's years as bars, as a table and as CSV. */
export function DevelopmentPanel({ uid }: { uid: number }) {
  const { user: texts, periods, statistics } = useMessages();
  const formats = useFormats();
  const { stat = 'post_count' } = route.useSearch();
  const navigate = route.useNavigate();
  const { year, board } = useScope();
  const change = useChangeScope();
  const query = useQuery(development(uid, board));
  const years = useMemo(() => Object.values(query.data?.years ?? {}).toSorted((a, b) => a.year - b.year), [query.data]);
  const bars = useMemo(
    () => years.map((row) => ({ key: String(row.year), label: String(row.year), value: row[stat] })),
    [years, stat],
  );
  return (
    <Panel title={texts.development}>
      <Answer query={query} isEmpty={() => bars.length === 0} empty={<p className={ui.note}>{texts.noPosts}</p>}>
        {() => (
          <>
            <StatisticChooser
              statistics={USER_STATISTICS}
              value={stat}
              onChange={(chosen, replace) =>
                void navigate({
                  search: (search) => ({ ...search, stat: chosen === 'post_count' ? undefined : chosen }),
                  resetScroll: false,
                  replace,
                })
              }
            />
            <Bars
              label={texts.development}
              bars={bars}
              inWords={statistics.of[stat]}
              hasShares={stat !== 'avg_post_length'}
              unfinished={formats.today().slice(0, 4)}
              height="16rem"
              chosen={year === undefined ? undefined : String(year)}
              onChoose={(key) => change({ year: Number(key) === year ? undefined : Number(key) })}
            />
            <NumbersBelow>
              <DataTable
                caption={texts.development}
                file={texts.development}
                rows={years}
                rowKey={(row) => row.year}
                isChosen={(row) => row.year === year}
                columns={[
                  { title: periods.year, value: (row) => String(row.year) },
                  ...USER_STATISTICS.map((statistic) => ({
                    title: statistics[statistic],
                    hint: statistics.hints[statistic],
                    value: (row: (typeof years)[number]) => row[statistic],
                  })),
                ]}
              />
            </NumbersBelow>
          </>
        )}
      </Answer>
    </Panel>
  );
}
