import { useCallback, useMemo } from 'react';
import type { BoardYear } from '../api/types';
import { Chart } from '../charts/Chart';
import type { Colours } from '../charts/colours';
import { categoryAxis, grid, tooltip, valueAxis } from '../charts/parts';
import { useFormats, useMessages } from '../i18n/language';
import ui from '../ui/ui.module.css';
import { shares, sum } from './shares';

/** How the boards' shares of all posts went over the years. */
export function BoardShares({ rows }: { rows: BoardYear[] }) {
  const { boards: texts, common, periods } = useMessages();
  const formats = useFormats();
  const { years, boards } = useMemo(() => shares(rows), [rows]);
  const totals = useMemo(
    () => years.map((_, index) => sum(boards.map((board) => board.posts[index] ?? 0))),
    [years, boards],
  );
  const option = useCallback(
    (colours: Colours) => ({
      grid: { ...grid, top: 40 },
      legend: {
        top: 0,
        left: 0,
        type: 'scroll',
        icon: 'roundRect',
        itemWidth: 12,
        itemHeight: 12,
        textStyle: { color: colours.ink },
      },
      tooltip: { ...tooltip(colours), valueFormatter: (value: unknown) => formats.percent(Number(value)) },
      xAxis: categoryAxis(colours, years.map(String)),
      yAxis: {
        ...valueAxis(colours, (value) => `${formats.number(Math.round(value * 100))} %`),
        max: 1,
        interval: 0.25,
      },
      series: boards.map((board, index) => ({
        id: board.bid ?? 'others',
        name: board.name ?? texts.others,
        type: 'bar',
        stack: 'share',
        barCategoryGap: '12%',
        itemStyle: {
          color: board.bid === undefined ? colours.other : colours.series[index],
          borderColor: colours.surface,
          borderWidth: 0.5,
        },
        data: board.posts.map((posts, year) => (totals[year] ? posts / totals[year] : 0)),
      })),
    }),
    [years, boards, totals, formats, texts],
  );
  return (
    <>
      <Chart label={texts.overYears} height="24rem" option={option} />
      <details className={ui.details}>
        <summary>{common.numbers}</summary>
        <div className={ui.scroller} tabIndex={0} role="group" aria-label={texts.overYears}>
          <table className={ui.table}>
            <caption className="visually-hidden">{texts.overYears}</caption>
            <thead>
              <tr>
                <th scope="col">{periods.year}</th>
                {boards.map((board) => (
                  <th key={board.bid ?? 'others'} scope="col" className={ui.number}>
                    {board.name ?? texts.others}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {years.map((year, index) => (
                <tr key={year}>
                  <th scope="row">{year}</th>
                  {boards.map((board) => (
                    <td key={board.bid ?? 'others'} className={ui.number}>
                      {formats.number(board.posts[index] ?? 0)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}
