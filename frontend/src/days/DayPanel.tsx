import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { boardName } from '../api/names';
import { day, PERIOD_STATISTICS } from '../api/queries';
import { useFormats, useMessages } from '../i18n/language';
import { useScope } from '../scope/scope';
import { Answer } from '../ui/Answer';
import { DataTable } from '../ui/DataTable';
import { SidePanel } from '../ui/SidePanel';
import { Skeleton } from '../ui/Skeleton';
import ui from '../ui/ui.module.css';
import styles from './DayPanel.module.css';

/** The numbers of one day. */
export function DayPanel({ date, onClose }: { date: string; onClose: () => void }) {
  const { days: texts, statistics, boards } = useMessages();
  const formats = useFormats();
  const { board } = useScope();
  const query = useQuery(day(date, board));
  return (
    <SidePanel title={formats.longDate(date)} onClose={onClose}>
      <div className={styles.day} aria-live="polite">
        <Answer
          query={query}
          skeleton={<Skeleton lines={3} />}
          isEmpty={(answer) => answer.post_count === 0}
          empty={<p className={ui.note}>{texts.quiet}</p>}
        >
          {(answer) => (
            <>
              <dl className={ui.figures}>
                {PERIOD_STATISTICS.map((statistic) => (
                  <div key={statistic} className={ui.figure}>
                    <dt>{statistics[statistic]}</dt>
                    <dd>{formats.number(answer[statistic])}</dd>
                  </div>
                ))}
              </dl>
              <DataTable
                caption={texts.boards}
                file={date}
                rows={answer.boards}
                rowKey={(row) => row.bid}
                isRowHit
                columns={[
                  {
                    title: boards.board,
                    value: boardName,
                    show: (row) => (
                      <Link to="/boards" search={{ board: row.bid }}>
                        {boardName(row)}
                      </Link>
                    ),
                  },
                  {
                    title: statistics.post_count,
                    value: (row) => row.post_count,
                    share: (row) => row.post_count / answer.post_count,
                  },
                ]}
              />
            </>
          )}
        </Answer>
      </div>
    </SidePanel>
  );
}
