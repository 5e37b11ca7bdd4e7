import { useCallback, useRef } from 'react';
import { useFormats, useMessages } from '../i18n/language';
import { Chart } from './Chart';
import type { Colours } from './colours';
import { categoryAxis, grid, tooltip, valueAxis } from './parts';

export interface Bar {
  key: string;
  label: string;
  value: number;
}

/** One bar for each of a row of things. Where there is no pointer, the first tap shows a value and the second chooses. */
export function Bars(props: {
  label: string;
  bars: Bar[];
  /** A value with what it counts. */
  inWords: (value: number) => string;
  hasShares?: boolean;
  height?: string;
  unfinished?: string;
  chosen?: string;
  onChoose?: (key: string) => void;
}) {
  const { common } = useMessages();
  const formats = useFormats();
  const tapped = useRef<string>(undefined);
  const { bars, inWords, hasShares, unfinished, chosen, onChoose } = props;
  const isClickable = onChoose !== undefined;
  const option = useCallback(
    (colours: Colours) => {
      const sum = bars.reduce((total, bar) => total + bar.value, 0);
      const words = (index: number) => {
        const bar = bars[index];
        if (!bar) return '';
        const share = hasShares && sum > 0 ? common.shareOf(formats.percent(bar.value / sum)) : undefined;
        const soFar = bar.key === unfinished ? common.soFar : undefined;
        return [`${bar.label}: ${inWords(bar.value)}`, soFar, share].filter(Boolean).join('<br>');
      };
      return {
        grid,
        tooltip: {
          ...tooltip(colours),
          formatter: (points: { dataIndex: number }[]) => words(points[0]?.dataIndex ?? -1),
        },
        xAxis: categoryAxis(
          colours,
          bars.map((bar) => bar.label),
        ),
        yAxis: { ...valueAxis(colours, formats.compact), minInterval: 1 },
        series: [
          {
            id: 'bars',
            type: 'bar',
            barCategoryGap: '22%',
            barMaxWidth: 72,
            cursor: isClickable ? 'pointer' : 'default',
            data: bars.map((bar) => ({
              value: bar.value,
              itemStyle: {
                color: chosen === bar.key ? colours.signal : colours.accent,
                opacity: bar.key === unfinished ? 0.55 : 1,
                borderRadius: [3, 3, 0, 0],
              },
            })),
          },
        ],
      };
    },
    [bars, chosen, unfinished, inWords, hasShares, common, formats, isClickable],
  );

  function choose(bar: Bar) {
    const isFirstTap = window.matchMedia('(hover: none)').matches && tapped.current !== bar.key;
    tapped.current = bar.key;
    if (!isFirstTap) onChoose?.(bar.key);
  }

  return (
    <Chart
      label={props.label}
      height={props.height ?? '20rem'}
      option={option}
      onClick={(event) => {
        const bar = bars[event.dataIndex];
        if (bar) choose(bar);
      }}
    />
  );
}
