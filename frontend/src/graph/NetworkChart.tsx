import { useCallback } from 'react';
import { userName } from '../api/names';
import { Chart } from '../charts/Chart';
import type { Colours } from '../charts/colours';
import { useFormats, useMessages } from '../i18n/language';
import { useMediaQuery } from '../ui/useMediaQuery';
import type { Network } from './network';

const LABELLED = 28;

/** People who quote each other, drawn close together. */
export function NetworkChart(props: { network: Network; onOpen: (uid: number) => void }) {
  const { graph: texts } = useMessages();
  const formats = useFormats();
  const { people, edges } = props.network;
  const isNarrow = useMediaQuery('(max-width: 40rem)');
  const option = useCallback(
    (colours: Colours) => {
      const weights = people.map((person) => person.weight).toSorted((a, b) => b - a);
      const most = weights[0] ?? 1;
      const labelledFrom = weights[Math.min(LABELLED, weights.length) - 1] ?? 0;
      return {
        animation: false,
        tooltip: {
          backgroundColor: colours.raised,
          borderColor: colours.rule,
          textStyle: { color: colours.ink, fontSize: 13 },
        },
        series: [
          {
            id: 'network',
            type: 'graph',
            layout: 'force',
            // On a narrow screen a finger scrolls the page, and two zoom.
            roam: isNarrow ? 'scale' : true,
            zoom: isNarrow ? 0.6 : 1,
            scaleLimit: { min: 0.4, max: 8 },
            force: {
              initLayout: 'circular',
              repulsion: 40 + 4_000 / Math.max(10, people.length),
              gravity: 0.12,
              edgeLength: [30, 140],
              friction: 0.25,
              layoutAnimation: true,
            },
            labelLayout: { hideOverlap: true },
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
            itemStyle: { color: colours.accent, borderColor: colours.surface, borderWidth: 1 },
            data: people.map((person) => ({
              id: String(person.user.uid),
              name: userName(person.user),
              value: person.weight,
              symbolSize: 6 + 30 * Math.sqrt(person.weight / most),
              label: {
                show: person.weight >= labelledFrom,
                position: 'right',
                color: colours.ink,
                textBorderColor: colours.surface,
                textBorderWidth: 3,
                fontSize: 12,
              },
              tooltip: {
                formatter: () => escaped(`${userName(person.user)}: ${texts.quotes(formats.number(person.weight))}`),
              },
            })),
            links: edges.map((edge) => ({
              source: String(edge.from.uid),
              target: String(edge.to.uid),
              value: edge.count,
              cursor: 'default',
              lineStyle: { width: 0.6 + 5 * edge.intensity, opacity: 0.22 + 0.5 * edge.intensity },
              tooltip: {
                formatter: () =>
                  escaped(`${texts.edge(userName(edge.from), userName(edge.to))}: ${formats.number(edge.count)}`),
              },
            })),
          },
        ],
      };
    },
    [people, edges, texts, formats, isNarrow],
  );
  return (
    <Chart
      label={texts.title}
      height="min(44rem, 78vh)"
      option={option}
      onClick={(event) => {
        const { id } = event.data as { id?: string };
        if (event.dataType === 'node' && id) props.onOpen(Number(id));
      }}
    />
  );
}

/** Tooltips are HTML, and names are anything. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
