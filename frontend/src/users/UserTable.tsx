import { useEffect, useMemo, useRef, type CSSProperties } from 'react';
import { USER_STATISTICS, type Order, type UserStatistic } from '../api/queries';
import type { PosterRow } from '../api/types';
import { useFormats, useMessages } from '../i18n/language';
import { UserLink } from '../ui/UserLink';
import { ranks } from './ranks';
import { showRow, useRowsInSight } from './useRowsInSight';
import styles from './UserTable.module.css';

const ROW_HEIGHT = 42;
const FETCH_AHEAD = 60;

/** The rows on screen of a list of any length. */
export function UserTable(props: {
  rows: PosterRow[];
  isComplete: boolean;
  onEnd: () => void;
  sort: UserStatistic;
  order: Order;
  onSort: (statistic: UserStatistic, order: Order) => void;
  highlighted?: number;
}) {
  const { rows, isComplete, onEnd, sort, order, highlighted } = props;
  const messages = useMessages();
  const formats = useFormats();
  const body = useRef<HTMLDivElement>(null);
  const { from, to } = useRowsInSight(body, rows.length, ROW_HEIGHT);
  useEffect(() => {
    if (!isComplete && to > rows.length - FETCH_AHEAD) onEnd();
  });
  useEffect(() => {
    if (highlighted !== undefined && body.current) showRow(body.current, highlighted, ROW_HEIGHT);
  }, [highlighted]);
  const ranked = useMemo(
    () =>
      ranks(
        rows.map((row) => row[sort]),
        order === 'asc',
        isComplete,
      ),
    [rows, sort, order, isComplete],
  );
  const rankOf = (index: number) => (ranked[index] === undefined ? '–' : formats.number(ranked[index]));
  const most = Math.max(1, rows[0]?.[sort] ?? 1, rows.at(-1)?.[sort] ?? 1);

  return (
    <div
      role="table"
      aria-label={messages.users.table}
      aria-rowcount={isComplete ? rows.length + 1 : -1}
      className={styles.table}
      data-sort={sort}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={styles.row}>
          <span role="columnheader" className={styles.rank}>
            {messages.users.rank}
          </span>
          <span role="columnheader">{messages.users.name}</span>
          {USER_STATISTICS.map((statistic) => (
            <span
              key={statistic}
              role="columnheader"
              data-statistic={statistic}
              aria-sort={statistic !== sort ? undefined : order === 'desc' ? 'descending' : 'ascending'}
              className={styles.number}
            >
              <button
                type="button"
                className={styles.sort}
                title={messages.statistics.hints[statistic]}
                onClick={() => props.onSort(statistic, statistic === sort && order === 'desc' ? 'asc' : 'desc')}
              >
                {messages.statistics[statistic]}
                <span aria-hidden="true" className={styles.arrow}>
                  {statistic !== sort ? '' : order === 'desc' ? '↓' : '↑'}
                </span>
              </button>
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" ref={body} className={styles.body} style={{ height: rows.length * ROW_HEIGHT }}>
        {rows.slice(from, to).map((row, place) => {
          const index = from + place;
          return (
            <div
              key={row.User.uid}
              role="row"
              aria-rowindex={index + 2}
              className={index === highlighted ? `${styles.row} ${styles.highlighted}` : styles.row}
              style={{ transform: `translateY(${index * ROW_HEIGHT}px)` }}
            >
              <span role="cell" className={styles.rank}>
                {rankOf(index)}
              </span>
              <span role="rowheader" className={styles.name}>
                <UserLink user={row.User} />
              </span>
              {USER_STATISTICS.map((statistic) => (
                <span
                  key={statistic}
                  role="cell"
                  data-statistic={statistic}
                  className={styles.number}
                  style={statistic === sort ? ({ '--share': row[statistic] / most } as CSSProperties) : undefined}
                >
                  {formats.number(row[statistic])}
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
