import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { boards, boardYears } from '../api/queries';
import { useMessages } from '../i18n/language';
import { NothingHere } from '../scope/NothingHere';
import { useScope } from '../scope/scope';
import { ScopedPage } from '../scope/ScopedPage';
import { Answer } from '../ui/Answer';
import { Panel } from '../ui/Panel';
import { StatisticChooser } from '../ui/StatisticChooser';
import { BoardShares } from './BoardShares';
import { BoardTable } from './BoardTable';
import { BOARD_STATISTICS } from './shares';

const route = getRouteApi('/boards');

/** All boards and their share; the chosen one stands out. */
export function BoardsPage() {
  const { boards: texts } = useMessages();
  const { year } = useScope();
  const { stat = 'post_count' } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(boards(year));
  const overYears = useQuery(boardYears());
  return (
    <ScopedPage
      title={texts.title}
      lead={texts.lead}
      actions={
        <StatisticChooser
          statistics={BOARD_STATISTICS}
          value={stat}
          onChange={(chosen, replace) =>
            void navigate({
              search: (search) => ({ ...search, stat: chosen === 'post_count' ? undefined : chosen }),
              resetScroll: false,
              replace,
            })
          }
        />
      }
    >
      <Answer
        query={query}
        isEmpty={(answer) => answer.rows.length === 0}
        empty={<NothingHere reason={year === undefined ? undefined : texts.noneInYear} />}
      >
        {(answer) => (
          <>
            <Panel title={stat === 'post_count' ? texts.overYears : texts.threadsOverYears}>
              <Answer query={overYears}>{({ rows }) => <BoardShares rows={rows} statistic={stat} />}</Answer>
            </Panel>
            <Panel title={year === undefined ? texts.table : `${texts.table}, ${year}`}>
              <BoardTable boards={answer.rows} />
            </Panel>
          </>
        )}
      </Answer>
    </ScopedPage>
  );
}
