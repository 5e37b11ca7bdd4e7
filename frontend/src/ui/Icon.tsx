const PATHS = {
  users:
    'M2 13c0-2.5 2-4 4.5-4S11 10.5 11 13M6.5 7a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6M11 3.2a2 2 0 0 1 0 3.6M12 9.3c1.3.5 2 1.7 2 3.7',
  user: 'M3 14c0-3 2.2-4.7 5-4.7s5 1.7 5 4.7M8 7.3a2.7 2.7 0 1 0 0-5.3 2.7 2.7 0 0 0 0 5.3',
  graph:
    'M4 5.5 7 11M10 11.5l2.5-6M5 4h6M3 5.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3M13 5.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3M8 14a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3',
  years: 'M2 14h12M4 14V9M8 14V3M12 14V6',
  days: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v2.5M10.5 2v2.5',
  weekdays: 'M2 14h12M3.5 14v-4M6.5 14V6M9.5 14V8M12.5 14V4',
  hours: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M8 4.5V8l2.5 1.5',
  boards: 'M2.5 3h11v3h-11zM2.5 10h11v3h-11zM5 6v4M11 6v4',
  links: 'M6.5 9.5l3-3M7 4.5 8.5 3a3 3 0 0 1 4.5 4.2L11.5 9M9 11.5 7.5 13A3 3 0 0 1 3 8.8L4.5 7',
  live: 'M1.5 8h3l2-5 3 10 2-5h3',
  about: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M8 7.5V11M8 5v.2',
  menu: 'M2 4h12M2 8h12M2 12h12',
  close: 'M3 3l10 10M13 3 3 13',
  down: 'M8 2.5v8M4.5 7.5 8 11l3.5-3.5M3 13.5h10',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg viewBox="0 0 16 16" width="17" height="17" aria-hidden="true" style={{ flex: 'none' }}>
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
