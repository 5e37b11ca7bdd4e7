const NAMES = {
  ink: '--ink',
  soft: '--ink-soft',
  rule: '--rule',
  surface: '--surface',
  raised: '--raised',
  accent: '--accent',
  signal: '--signal',
  bar: '--bar',
  other: '--series-other',
} as const;

export interface Colours extends Record<keyof typeof NAMES, string> {
  series: string[];
  font: string;
}

/** The colours of the style sheet as a canvas needs them: resolved for light or dark. */
export function colours(): Colours {
  const probe = document.createElement('i');
  probe.hidden = true;
  document.body.append(probe);
  const resolve = (variable: string) => {
    probe.style.color = `var(${variable})`;
    return getComputedStyle(probe).color;
  };
  const named = Object.fromEntries(Object.entries(NAMES).map(([name, variable]) => [name, resolve(variable)]));
  const series = Array.from({ length: 8 }, (_, index) => resolve(`--series-${index + 1}`));
  const font = getComputedStyle(document.body).fontFamily;
  probe.remove();
  return { ...(named as Record<keyof typeof NAMES, string>), series, font };
}
