import { useCallback } from 'react';
import { useFormats } from '../i18n/language';
import { Chart } from './Chart';
import type { Colours } from './colours';
import { categoryAxis, grid, tooltip, valueAxis } from './parts';

export interface Bar {
  key: string;
  label: string;
  value: number;
}

/** One bar for each of a row of things. */
export function Bars(props: {
  label: string;
  bars: Bar[];
  height?: string;
  chosen?: string;
  onChoose?: (key: string) => void;
}) {
  const formats = useFormats();
  const { bars, chosen, onChoose } = props;
  const clickable = onChoose !== undefined;
  const option = useCallback(
    (colours: Colours) => ({
      grid,
      tooltip: { ...tooltip(colours), valueFormatter: (value: unknown) => formats.number(Number(value)) },
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
          cursor: clickable ? 'pointer' : 'default',
          data: bars.map((bar) => ({
            value: bar.value,
            itemStyle: {
              color: chosen === bar.key ? colours.signal : colours.accent,
              borderRadius: [3, 3, 0, 0],
            },
          })),
        },
      ],
    }),
    [bars, chosen, formats, clickable],
  );
  return (
    <Chart
      label={props.label}
      height={props.height ?? '20rem'}
      option={option}
      onClick={(event) => {
        const bar = bars[event.dataIndex];
        if (bar) onChoose?.(bar.key);
      }}
    />
  );
}
