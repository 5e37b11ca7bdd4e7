import { useId, type CSSProperties } from 'react';
import type { YearRow } from '../api/types';
import { useFormats, useMessages } from '../i18n/language';
import styles from './YearStrip.module.css';

/** The years to choose from, each as high as it has posts. */
export function YearStrip(props: { rows: YearRow[]; year?: number; onChange: (year?: number) => void }) {
  const { scope } = useMessages();
  const formats = useFormats();
  const name = useId();
  const most = Math.max(1, ...props.rows.map((row) => row.post_count));
  return (
    <fieldset className={styles.strip} style={{ '--years': props.rows.length } as CSSProperties}>
      <legend className="visually-hidden">{scope.year}</legend>
      <label className={`${styles.year} ${styles.all}`}>
        <input type="radio" name={name} checked={props.year === undefined} onChange={() => props.onChange()} />
        <span className={styles.label}>{scope.allYears}</span>
      </label>
      {props.rows.map((row) => (
        <label
          key={row.year}
          className={styles.year}
          style={{ '--height': row.post_count / most } as CSSProperties}
          title={`${row.year}: ${scope.posts(formats.number(row.post_count))}`}
        >
          <input
            type="radio"
            name={name}
            aria-label={String(row.year)}
            checked={props.year === row.year}
            onChange={() => props.onChange(row.year)}
          />
          <span className={styles.bar} />
          <span className={styles.label} aria-hidden="true">
            {String(row.year).slice(2)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
