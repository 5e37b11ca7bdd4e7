import { useId, type ReactNode } from 'react';
import styles from './ui.module.css';

/** A part of a page, with a heading where it needs one. */
export function Panel(props: { title?: string; note?: ReactNode; children: ReactNode; className?: string }) {
  const id = useId();
  return (
    <section
      className={props.className ? `${styles.panel} ${props.className}` : styles.panel}
      aria-labelledby={props.title ? id : undefined}
    >
      {props.title && (
        <div className={styles.panelHead}>
          <h2 id={id}>{props.title}</h2>
          {props.note && <div className={styles.note}>{props.note}</div>}
        </div>
      )}
      {props.children}
    </section>
  );
}
