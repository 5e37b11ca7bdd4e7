import { useQuery } from '@tanstack/react-query';
import { boardName } from '../api/names';
import { day, PERIOD_STATISTICS } from '../api/queries';
import { useScope } from '../scope/scope';
import { useFormats, useMessages } from '../i18n/language';
import { Answer } from '../ui/Answer';
import { BarCell } from '../ui/BarCell';
import { Skeleton } from '../ui/Skeleton';
import ui from '../ui/ui.module.css';
import styles from './DayPanel.module.css';

/** The numbers of one day. */
export function DayPanel({ date }: { date: string }) {
  const { days: texts, statistics, boards } = useMessages();
  const formats = useFormats();
  const { board } = useScope();
  const query = useQuery(day(date, board));
  return (
    <div className={styles.day} aria-live="polite">
      <h3>{formats.longDate(date)}</h3>
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
            <table className={ui.table}>
              <caption className="visually-hidden">{texts.boards}</caption>
              <thead>
                <tr>
                  <th scope="col">{boards.board}</th>
                  <th scope="col" className={ui.number}>
                    {statistics.post_count}
                  </th>
                </tr>
              </thead>
              <tbody>
                {answer.boards.map((row) => (
                  <tr key={row.bid}>
                    <th scope="row">{boardName(row)}</th>
                    <BarCell share={row.post_count / answer.post_count}>{formats.number(row.post_count)}</BarCell>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </Answer>
    </div>
  );
}
