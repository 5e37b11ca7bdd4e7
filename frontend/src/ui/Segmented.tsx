import { useId, useRef } from 'react';
import { stepsOf } from './steps';
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
  /** Going on by arrow key is one step of the history. */
  onChange: (value: Value, replace: boolean) => void;
}) {
  const name = useId();
  const steps = useRef(stepsOf());
  return (
    <fieldset className={styles.segmented} {...steps.current.handlers}>
      <legend className="visually-hidden">{props.label}</legend>
      {props.options.map((option) => (
        <label key={option.value} className={styles.segment} title={option.hint}>
          <input
            type="radio"
            name={name}
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value, steps.current.isFurther())}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
