import { useQuery } from '@tanstack/react-query';
import { boards, boardYears } from '../api/queries';
import { useScope } from '../scope/scope';
import { useMessages } from '../i18n/language';
import { Answer } from '../ui/Answer';
import { NothingHere } from '../scope/NothingHere';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { BoardShares } from './BoardShares';
import { BoardTable } from './BoardTable';

/** All boards and their share; the chosen one stands out. */
export function BoardsPage() {
  const { boards: texts, common } = useMessages();
  const { year } = useScope();
  const query = useQuery(boards(year));
  const overYears = useQuery(boardYears());
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Answer
        query={query}
        isEmpty={(answer) => answer.rows.length === 0}
        empty={<NothingHere reason={year === undefined ? undefined : texts.noneInYear} />}
      >
        {(answer) => (
          <>
            <Panel title={texts.overYears}>
              <Answer query={overYears}>{({ rows }) => <BoardShares rows={rows} />}</Answer>
            </Panel>
            <Panel title={year === undefined ? common.numbers : `${common.numbers}, ${year}`}>
              <BoardTable boards={answer.rows} />
            </Panel>
          </>
        )}
      </Answer>
    </Page>
  );
}
