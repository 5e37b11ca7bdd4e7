import { useEffect, type ReactNode } from 'react';
import styles from './ui.module.css';

/** A page's heading, its actions and its content; also names the browser's tab. */
export function Page(props: { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${props.title} · potstats2`;
  }, [props.title]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{props.title}</h1>
          {props.lead && <p className={styles.lead}>{props.lead}</p>}
        </div>
        {props.actions && <div className={styles.actions}>{props.actions}</div>}
      </header>
      {props.children}
    </div>
  );
}
