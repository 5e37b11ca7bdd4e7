import type { EChartsType } from 'echarts/core';
import { useCallback, useMemo, useRef } from 'react';
import { userName } from '../api/names';
import type { Edge } from '../api/types';
import { Chart } from '../charts/Chart';
import type { Colours } from '../charts/colours';
import { useMessages } from '../i18n/language';
import ui from '../ui/ui.module.css';
import { useMediaQuery } from '../ui/useMediaQuery';
import { communities } from './communities';
import styles from './GraphPage.module.css';
import { labelled, unit } from './labels';
import { places, type Places } from './layout';
import type { Network } from './network';

const LABELLED = 28;
const LABELLED_NARROW = 10;
const WIDEST = 1344;

/** People who quote each other, drawn close together; each stays in place while the page is open. */
export function NetworkChart(props: {
  /** All of the people, who have their places whether they are drawn or not. */
  whole: Network;
  network: Network;
  sought?: number;
  onOpen: (uid: number) => void;
}) {
  const { graph: texts } = useMessages();
  const { whole, sought } = props;
  const { people, edges } = props.network;
  const isNarrow = useMediaQuery('(max-width: 40rem)');
  const chart = useRef<EChartsType>(undefined);
  const kept = useRef<Places>(undefined);
  const where = useMemo(() => (kept.current = places(whole, kept.current)), [whole]);
  const groups = useMemo(() => communities(whole), [whole]);
  const option = useCallback(
    (colours: Colours) => {
      const most = Math.max(1, ...people.map((person) => person.weight));
      const at = (uid: number) => {
        const { x, y } = where.get(uid) ?? { x: 0, y: 0 };
        return { x: x * (isNarrow ? 0.65 : 2), y };
      };
      const room = unit(
        people.map(({ user }) => at(user.uid)),
        Math.min(window.innerWidth, WIDEST) * 0.75,
        Math.min(704, window.innerHeight * 0.78),
      );
      const named = labelled(people, at, room, isNarrow ? LABELLED_NARROW : LABELLED);
      const near = new Set(edges.filter(touchesSought).flatMap(({ from, to }) => [from.uid, to.uid]));
      const isNear = (uid: number) => near.size === 0 || near.has(uid);
      return {
        animation: false,
        tooltip: {
          confine: true,
          backgroundColor: colours.raised,
          borderColor: colours.rule,
          textStyle: { color: colours.ink, fontSize: 13 },
        },
        series: [
          {
            id: 'network',
            type: 'graph',
            layout: 'none',
            preserveAspect: 'contain',
            left: '4%',
            right: isNarrow ? '12%' : '8%',
            top: 16,
            bottom: 16,
            // On a narrow screen a finger scrolls the page, and two zoom.
            roam: isNarrow ? 'scale' : true,
            scaleLimit: { min: 0.4, max: 8 },
            emphasis: {
              focus: 'adjacency',
              label: { show: true },
              itemStyle: { color: colours.signal },
              lineStyle: { color: colours.signal, opacity: 0.9 },
            },
            blur: { itemStyle: { opacity: 0.2 }, lineStyle: { opacity: 0.04 } },
            edgeSymbol: ['none', 'arrow'],
            edgeSymbolSize: 5,
            lineStyle: { color: colours.soft, curveness: 0.12 },
            data: people.map(({ user, weight }) => ({
              id: String(user.uid),
              name: userName(user),
              value: weight,
              ...at(user.uid),
              symbolSize: isNarrow ? 12 + 18 * Math.sqrt(weight / most) : 8 + 28 * Math.sqrt(weight / most),
              itemStyle: {
                color:
                  user.uid === sought ? colours.signal : (colours.series[groups.get(user.uid) ?? -1] ?? colours.other),
                borderColor: colours.surface,
                borderWidth: 1,
                opacity: isNear(user.uid) ? 1 : 0.2,
              },
              label: {
                show: near.size > 0 ? near.has(user.uid) : named.has(user.uid),
                position: 'right',
                color: colours.ink,
                textBorderColor: colours.surface,
                textBorderWidth: 3,
                fontSize: 12,
                fontWeight: user.uid === sought ? 700 : 400,
              },
              tooltip: {
                formatter: () => escaped(`${userName(user)}: ${texts.quotes(weight)}`),
              },
            })),
            links: edges.map((edge) => ({
              source: String(edge.from.uid),
              target: String(edge.to.uid),
              value: edge.count,
              cursor: 'default',
              lineStyle: {
                width: 0.6 + 6 * edge.intensity,
                opacity: near.size === 0 || touchesSought(edge) ? 0.22 + 0.5 * edge.intensity : 0.03,
              },
              tooltip: {
                formatter: () =>
                  escaped(`${texts.edge(userName(edge.from), userName(edge.to))}: ${texts.quotes(edge.count)}`),
              },
            })),
          },
        ],
      };
      function touchesSought({ from, to }: Edge): boolean {
        return sought !== undefined && (from.uid === sought || to.uid === sought);
      }
    },
    [people, edges, where, groups, sought, texts, isNarrow],
  );
  const zoom = (factor: number) => {
    const { current } = chart;
    if (!current) return;
    const [originX, originY] = [current.getWidth() / 2, current.getHeight() / 2];
    current.dispatchAction({ type: 'graphRoam', seriesId: 'network', zoom: factor, originX, originY });
  };
  return (
    <div className={styles.chart}>
      <Chart
        label={texts.title}
        height="min(44rem, 78vh)"
        option={option}
        onReady={(ready) => (chart.current = ready)}
        onClick={(event) => {
          const { id } = event.data as { id?: string };
          if (event.dataType === 'node' && id) props.onOpen(Number(id));
        }}
      />
      <div className={styles.zoom}>
        <button type="button" className={ui.button} aria-label={texts.zoomIn} onClick={() => zoom(1.4)}>
          +
        </button>
        <button type="button" className={ui.button} aria-label={texts.zoomOut} onClick={() => zoom(1 / 1.4)}>
          −
        </button>
      </div>
    </div>
  );
}

/** Tooltips are HTML, and names are anything. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
