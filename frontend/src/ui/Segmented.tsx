import { useId } from 'react';
import styles from './ui.module.css';

export interface Option<Value> {
  value: Value;
  label: string;
  hint?: string;
}

/** One choice of a few, all of them in sight. */
export function Segmented<Value extends string>(props: {
  label: string;
  options: Option<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.segmented}>
      <legend className="visually-hidden">{props.label}</legend>
      {props.options.map((option) => (
        <label key={option.value} className={styles.segment} title={option.hint}>
          <input
            type="radio"
            name={name}
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
