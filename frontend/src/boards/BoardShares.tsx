import { useCallback, useMemo, useState } from 'react';
import type { BoardYear } from '../api/types';
import { Columns } from '../charts/Columns';
import { useFormats, useMessages } from '../i18n/language';
import { useChangeScope, useScope } from '../scope/scope';
import { DataTable } from '../ui/DataTable';
import { NumbersBelow } from '../ui/NumbersBelow';
import styles from './BoardShares.module.css';
import { shares, sum, type BoardShare, type BoardStatistic } from './shares';

const COLOURS = 8;
const QUARTERS = [0, 0.25, 0.5, 0.75, 1];
const colourOf = (board: BoardShare, index: number) =>
  board.bid === undefined || index >= COLOURS ? 'var(--series-other)' : `var(--series-${index + 1})`;
const keyOf = (board: BoardShare) => board.bid ?? 0;

/** How the boards' shares went over the years; what is left out of the picture leaves the others a whole. */
export function BoardShares({ rows, statistic }: { rows: BoardYear[]; statistic: BoardStatistic }) {
  const { boards: texts, periods, statistics } = useMessages();
  const formats = useFormats();
  const { year: chosenYear, board: chosenBoard } = useScope();
  const change = useChangeScope();
  const [hidden, setHidden] = useState<number[]>([]);
  const { years, boards } = useMemo(() => shares(rows, statistic, chosenBoard), [rows, statistic, chosenBoard]);
  const shown = useMemo(
    () =>
      boards
        .map((board, index) => ({ board, colour: colourOf(board, index) }))
        .filter(({ board }) => !hidden.includes(keyOf(board))),
    [boards, hidden],
  );
  const title = statistic === 'post_count' ? texts.overYears : texts.threadsOverYears;
  const nameOf = useCallback((board: BoardShare) => board.name ?? texts.others, [texts]);
  const columns = useMemo(() => {
    const isApart = (board: BoardShare, year: number) =>
      (chosenYear !== undefined && year !== chosenYear) || (chosenBoard !== undefined && board.bid !== chosenBoard);
    return years.map((year, index) => {
      const total = sum(shown.map(({ board }) => board.values[index] ?? 0));
      const segments = shown.map(({ board, colour }) => {
        const value = board.values[index] ?? 0;
        const share = total === 0 ? 0 : value / total;
        return {
          key: String(keyOf(board)),
          value: share,
          colour,
          opacity: isApart(board, year) ? 0.35 : 1,
          words: [`${year}, ${nameOf(board)}`, `${formats.percent(share)}, ${statistics.of[statistic](value)}`],
        };
      });
      return { key: String(year), label: String(year), segments };
    });
  }, [years, shown, formats, statistics, statistic, nameOf, chosenYear, chosenBoard]);
  const toggle = (board: BoardShare) =>
    setHidden(hidden.includes(keyOf(board)) ? hidden.filter((key) => key !== keyOf(board)) : [...hidden, keyOf(board)]);
  return (
    <>
      <div className={styles.legend} role="group" aria-label={texts.legend}>
        {boards.map((board, index) => (
          <button
            key={keyOf(board)}
            type="button"
            className={styles.entry}
            aria-pressed={!hidden.includes(keyOf(board))}
            onClick={() => toggle(board)}
          >
            <span className={styles.colour} style={{ background: colourOf(board, index) }} />
            {nameOf(board)}
          </button>
        ))}
      </div>
      <Columns
        label={title}
        columns={columns}
        ticks={QUARTERS}
        tickLabel={(share) => `${formats.number(share * 100)} %`}
        height="24rem"
        onChoose={(key) => change({ year: Number(key) === chosenYear ? undefined : Number(key) })}
      />
      <NumbersBelow title={texts.perYear}>
        <DataTable
          caption={title}
          file={title}
          rows={years}
          rowKey={(year) => year}
          isChosen={(year) => year === chosenYear}
          columns={[
            { title: periods.year, value: String },
            ...boards.map((board) => ({
              title: nameOf(board),
              value: (year: number) => board.values[year - years[0]!] ?? 0,
            })),
          ]}
        />
      </NumbersBelow>
    </>
  );
}
