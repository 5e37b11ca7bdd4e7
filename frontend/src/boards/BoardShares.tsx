import { useCallback, useMemo, useState } from 'react';
import type { BoardYear } from '../api/types';
import { Chart } from '../charts/Chart';
import type { Colours } from '../charts/colours';
import { categoryAxis, grid, tooltip, valueAxis } from '../charts/parts';
import { useFormats, useMessages } from '../i18n/language';
import { useChangeScope, useScope } from '../scope/scope';
import { DataTable } from '../ui/DataTable';
import { NumbersBelow } from '../ui/NumbersBelow';
import styles from './BoardShares.module.css';
import { shares, sum, type BoardShare, type BoardStatistic } from './shares';

const COLOURS = 8;
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
    () => boards.map((board, index) => ({ board, index })).filter(({ board }) => !hidden.includes(keyOf(board))),
    [boards, hidden],
  );
  const title = statistic === 'post_count' ? texts.overYears : texts.threadsOverYears;
  const nameOf = useCallback((board: BoardShare) => board.name ?? texts.others, [texts]);
  const option = useCallback(
    (colours: Colours) => {
      const totals = years.map((_, year) => sum(shown.map(({ board }) => board.values[year] ?? 0)));
      return {
        grid,
        tooltip: {
          ...tooltip(colours),
          trigger: 'item',
          formatter: ({ seriesIndex, dataIndex }: { seriesIndex: number; dataIndex: number }) => {
            const board = shown[seriesIndex]?.board;
            const value = board?.values[dataIndex] ?? 0;
            const share = formats.percent(totals[dataIndex] ? value / totals[dataIndex] : 0);
            const text = document.createElement('span');
            text.textContent = board
              ? `${years[dataIndex]}, ${nameOf(board)}: ${share}, ${statistics.of[statistic](value)}`
              : '';
            return text;
          },
        },
        xAxis: categoryAxis(colours, years.map(String)),
        yAxis: {
          ...valueAxis(colours, (value) => `${formats.number(Math.round(value * 100))} %`),
          max: 1,
          interval: 0.25,
        },
        series: shown.map(({ board, index }) => ({
          id: keyOf(board),
          name: nameOf(board),
          type: 'bar',
          stack: 'share',
          barCategoryGap: '12%',
          cursor: 'pointer',
          itemStyle: {
            color: board.bid === undefined ? colours.other : (colours.series[index] ?? colours.other),
            borderColor: colours.surface,
            borderWidth: 0.5,
          },
          data: board.values.map((value, year) => ({
            value: totals[year] ? value / totals[year] : 0,
            itemStyle: { opacity: isApart(board, years[year]!) ? 0.35 : 1 },
          })),
        })),
      };
      function isApart(board: BoardShare, year: number): boolean {
        const otherYear = chosenYear !== undefined && year !== chosenYear;
        const otherBoard = chosenBoard !== undefined && board.bid !== chosenBoard;
        return otherYear || otherBoard;
      }
    },
    [years, shown, formats, statistics, statistic, nameOf, chosenYear, chosenBoard],
  );
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
      <Chart
        label={title}
        height="24rem"
        option={option}
        onClick={({ dataIndex }) => {
          if (window.matchMedia('(hover: none)').matches) return;
          change({ year: years[dataIndex] === chosenYear ? undefined : years[dataIndex] });
        }}
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
