import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { userName } from '../api/names';
import { development, USER_STATISTICS } from '../api/queries';
import { Icon } from '../ui/Icon';
import { useChangeScope, useScope, useScopeNames } from '../scope/scope';
import { Bars } from '../charts/Bars';
import { useFormats, useLanguage, useMessages } from '../i18n/language';
import { Answer } from '../ui/Answer';
import { csv, download, fileName } from '../ui/csv';
import { Panel } from '../ui/Panel';
import { StatisticChooser } from '../ui/StatisticChooser';
import ui from '../ui/ui.module.css';

const route = getRouteApi('/user/$uid');

/** A user's years as bars, as a table and as CSV. */
export function DevelopmentPanel({ uid }: { uid: number }) {
  const { user: texts, common, periods, statistics } = useMessages();
  const language = useLanguage();
  const [, boardName] = useScopeNames();
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
  function save() {
    const user = query.data?.user;
    if (user === undefined) return;
    const header = [periods.year, ...USER_STATISTICS.map((statistic) => statistics[statistic])];
    const rows = years.map((row) => [row.year, ...USER_STATISTICS.map((statistic) => row[statistic])]);
    download(fileName(texts.development, userName(user), boardName), csv(language, header, rows));
  }

  return (
    <Panel
      title={texts.development}
      note={
        <button
          type="button"
          className={ui.button}
          aria-label={common.csv}
          title={common.csv}
          disabled={query.data === undefined}
          onClick={save}
        >
          <Icon name="down" />
          CSV
        </button>
      }
    >
      <Answer query={query} isEmpty={() => bars.length === 0} empty={<p className={ui.note}>{texts.noPosts}</p>}>
        {() => (
          <>
            <StatisticChooser
              statistics={USER_STATISTICS}
              value={stat}
              onChange={(chosen) =>
                void navigate({
                  search: (search) => ({ ...search, stat: chosen === 'post_count' ? undefined : chosen }),
                  resetScroll: false,
                })
              }
            />
            <Bars
              label={texts.development}
              bars={bars}
              height="16rem"
              chosen={year === undefined ? undefined : String(year)}
              onChoose={(key) => change({ year: Number(key) === year ? undefined : Number(key) })}
            />
            <YearTable years={years} />
          </>
        )}
      </Answer>
    </Panel>
  );
}

function YearTable({ years }: { years: ({ year: number } & Record<(typeof USER_STATISTICS)[number], number>)[] }) {
  const { user: texts, common, periods, statistics } = useMessages();
  const formats = useFormats();
  return (
    <details className={ui.details}>
      <summary>{common.numbers}</summary>
      <div className={ui.scroller} tabIndex={0} role="group" aria-label={texts.development}>
        <table className={ui.table}>
          <caption className="visually-hidden">{texts.development}</caption>
          <thead>
            <tr>
              <th scope="col">{periods.year}</th>
              {USER_STATISTICS.map((statistic) => (
                <th key={statistic} scope="col" className={ui.number}>
                  {statistics[statistic]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map((row) => (
              <tr key={row.year}>
                <th scope="row">{row.year}</th>
                {USER_STATISTICS.map((statistic) => (
                  <td key={statistic} className={ui.number}>
                    {formats.number(row[statistic])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
