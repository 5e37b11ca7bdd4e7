import type { Colours } from './colours';

/** What all charts with axes have in common. */
export const grid = { left: 4, right: 8, top: 16, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' };

export const tooltip = (colours: Colours) => ({
  trigger: 'axis',
  confine: true,
  axisPointer: { type: 'shadow', shadowStyle: { color: colours.rule, opacity: 0.35 } },
  backgroundColor: colours.raised,
  borderColor: colours.rule,
  textStyle: { color: colours.ink, fontSize: 13 },
});

export const categoryAxis = (colours: Colours, data: string[]) => ({
  type: 'category',
  data,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: colours.soft } },
  axisLabel: { color: colours.soft, fontSize: 12, hideOverlap: true },
});

export const valueAxis = (colours: Colours, format: (value: number) => string) => ({
  type: 'value',
  splitNumber: 4,
  splitLine: { lineStyle: { color: colours.rule } },
  axisLabel: { color: colours.soft, fontSize: 12, formatter: format },
});
