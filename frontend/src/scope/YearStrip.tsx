import { useId, useRef, type CSSProperties } from 'react';
import { useFormats, useMessages } from '../i18n/language';
import { stepsOf } from '../ui/steps';
import styles from './YearStrip.module.css';

export interface YearOfStrip {
  year: number;
  post_count: number;
}

/** The years to choose from, each as high as it has posts. */
export function YearStrip(props: {
  rows: YearOfStrip[];
  year?: number;
  /** The year that the page shows although none is chosen. */
  shown?: number;
  /** Going on by arrow key is one step of the history. */
  onChange: (year: number | undefined, replace: boolean) => void;
}) {
  const { scope } = useMessages();
  const formats = useFormats();
  const name = useId();
  const steps = useRef(stepsOf());
  const most = Math.max(1, ...props.rows.map((row) => row.post_count));
  const current = formats.today().slice(0, 4);
  return (
    <fieldset
      className={styles.strip}
      style={{ '--years': props.rows.length } as CSSProperties}
      {...steps.current.handlers}
    >
      <legend className="visually-hidden">{scope.year}</legend>
      <span className={styles.title} aria-hidden="true">
        {scope.year}
      </span>
      <label className={`${styles.year} ${styles.all}`}>
        <input
          type="radio"
          name={name}
          checked={props.year === undefined}
          onChange={() => props.onChange(undefined, steps.current.isFurther())}
        />
        <span className={styles.label}>{scope.allYears}</span>
      </label>
      {props.rows.map((row) => (
        <label
          key={row.year}
          className={styles.year}
          style={{ '--height': row.post_count / most } as CSSProperties}
          data-shown={row.year === props.shown || undefined}
          data-unfinished={String(row.year) === current || undefined}
          title={[`${row.year}: ${scope.posts(row.post_count)}`, row.year === props.shown && scope.shown]
            .filter(Boolean)
            .join(', ')}
        >
          <input
            type="radio"
            name={name}
            aria-label={String(row.year)}
            checked={props.year === row.year}
            onChange={() => props.onChange(row.year, steps.current.isFurther())}
          />
          <span className={styles.bar} />
          <span className={styles.label} aria-hidden="true">
            {`’${String(row.year).slice(2)}`}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
