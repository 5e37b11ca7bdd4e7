import type { ECElementEvent, EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { useIsDark } from '../ui/theme';
import { useMessages } from '../i18n/language';
import { Failure } from '../ui/Failure';
import styles from './Chart.module.css';
import { colours, type Colours } from './colours';

/** A chart; its numbers must stand in a table beside it. The drawing library comes with the first chart. */
export function Chart(props: {
  label: string;
  height: string;
  option: (colours: Colours) => EChartsCoreOption;
  onClick?: (event: ECElementEvent) => void;
}) {
  const { common } = useMessages();
  const isDark = useIsDark();
  const element = useRef<HTMLDivElement>(null);
  const onClick = useRef(props.onClick);
  const [chart, setChart] = useState<EChartsType>();
  const [failure, setFailure] = useState<unknown>();

  useEffect(() => {
    const container = element.current;
    if (!container) return;
    let drawn: EChartsType | undefined;
    let gone = false;
    const resized = new ResizeObserver(() => drawn?.resize());
    import('./echarts')
      .then(({ init }) => {
        if (gone) return;
        drawn = init(container);
        drawn.on('click', (event) => onClick.current?.(event as ECElementEvent));
        resized.observe(container);
        setChart(drawn);
      })
      .catch(setFailure);
    return () => {
      gone = true;
      resized.disconnect();
      drawn?.dispose();
      setChart(undefined);
    };
  }, []);

  useEffect(() => {
    onClick.current = props.onClick;
  });

  useEffect(() => {
    if (!chart) return;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const palette = colours();
    chart.setOption(
      {
        animation: !calm,
        animationDuration: 350,
        animationDurationUpdate: 250,
        color: palette.series,
        textStyle: { fontFamily: palette.font, color: palette.ink },
        ...props.option(palette),
      },
      { replaceMerge: ['series'] },
    );
  }, [chart, isDark, props.option]);

  if (failure) return <Failure error={failure} onRetry={() => window.location.reload()} />;
  return (
    <div
      ref={element}
      role="img"
      aria-label={common.chartOf(props.label)}
      className={styles.chart}
      style={{ height: props.height }}
    />
  );
}
