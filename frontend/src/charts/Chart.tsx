import type { ECElementEvent, EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useReducer, useRef, useState } from 'react';
import { useIsDark } from '../ui/theme';
import { useMessages } from '../i18n/language';
import { Loadable, useHealing } from '../ui/loadable';
import ui from '../ui/ui.module.css';
import styles from './Chart.module.css';
import { colours, type Colours } from './colours';

const library = new Loadable(() => import('./echarts'));

/** A chart; its numbers must stand in a table beside it. The drawing library comes with the first chart. */
export function Chart(props: {
  label: string;
  height: string;
  option: (colours: Colours) => EChartsCoreOption;
  onClick?: (event: ECElementEvent) => void;
  onReady?: (chart: EChartsType) => void;
}) {
  const { common, failures } = useMessages();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const isDark = useIsDark();
  const element = useRef<HTMLDivElement>(null);
  const onClick = useRef(props.onClick);
  const onReady = useRef(props.onReady);
  const [chart, setChart] = useState<EChartsType>();
  const heal = useHealing(library);

  useEffect(() => {
    const container = element.current;
    if (!container) return;
    let drawn: EChartsType | undefined;
    let gone = false;
    const resized = new ResizeObserver(() => drawn?.resize());
    void library.start().then(() => {
      if (gone || !library.loaded) return redraw();
      drawn = library.loaded.init(container);
      drawn.on('click', (event) => onClick.current?.(event as ECElementEvent));
      resized.observe(container);
      setChart(drawn);
      onReady.current?.(drawn);
    });
    return () => {
      gone = true;
      resized.disconnect();
      drawn?.dispose();
      setChart(undefined);
    };
  }, [library.loaded === undefined && library.hasFailed]);

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

  if (library.hasFailed && !library.loaded) {
    return (
      <p className={ui.note} role="status">
        {failures.chartNotLoaded}{' '}
        <button type="button" className={ui.linkButton} onClick={heal}>
          {common.retry}
        </button>
      </p>
    );
  }
  return (
    <div
      ref={element}
      role="img"
      aria-label={common.chartOf(props.label)}
      className={chart ? styles.chart : `${styles.chart} ${ui.skeleton}`}
      style={{ height: props.height }}
    />
  );
}
