import type { CSSProperties } from 'react';
import { useMessages } from '../i18n/language';
import heat from './heat.module.css';

const STEPS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** Which colour means how much. */
export function HeatLegend({ least, most }: { least: string; most: string }) {
  const { days } = useMessages();
  return (
    <p className={heat.legend}>
      <span>{`${days.less} (${least})`}</span>
      <span className={heat.steps} aria-hidden="true">
        {STEPS.map((step) => (
          <span
            key={step}
            className={heat.heat}
            data-none={step === 0 || undefined}
            style={{ '--heat': step } as CSSProperties}
          />
        ))}
      </span>
      <span>{`${days.more} (${most})`}</span>
    </p>
  );
}
