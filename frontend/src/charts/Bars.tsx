import { useMemo } from 'react';
import { useFormats, useMessages } from '../i18n/language';
import { Columns } from './Columns';
import { ticks } from './ticks';

export interface Bar {
  key: string;
  label: string;
  value: number;
}

/** One bar for each of a row of things. */
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
  const { bars, inWords, hasShares, unfinished, chosen } = props;
  const columns = useMemo(() => {
    const sum = bars.reduce((total, bar) => total + bar.value, 0);
    const words = ({ key, label, value }: Bar) => {
      const share = hasShares && sum > 0 ? common.shareOf(formats.percent(value / sum)) : undefined;
      const soFar = key === unfinished ? common.soFar : undefined;
      return [`${label}: ${inWords(value)}`, soFar, share].filter((line) => line !== undefined);
    };
    return bars.map((bar) => ({
      key: bar.key,
      label: bar.label,
      segments: [
        {
          key: bar.key,
          value: bar.value,
          colour: chosen === bar.key ? 'var(--signal)' : 'var(--accent)',
          opacity: bar.key === unfinished ? 0.55 : 1,
          words: words(bar),
        },
      ],
    }));
  }, [bars, chosen, unfinished, inWords, hasShares, common, formats]);
  return (
    <Columns
      label={props.label}
      columns={columns}
      ticks={ticks(Math.max(0, ...bars.map((bar) => bar.value)))}
      tickLabel={formats.compact}
      height={props.height ?? '20rem'}
      onChoose={props.onChoose}
    />
  );
}
