import type { ReactNode } from 'react';
import styles from './ui.module.css';

/** Nothing to show, and why. */
export function Empty(props: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.message}>
      <strong>{props.title}</strong>
      {props.children}
    </div>
  );
}
