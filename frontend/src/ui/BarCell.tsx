import type { CSSProperties } from 'react';
import styles from './ui.module.css';

/** A number in a table with a bar behind it for its share of the largest. */
export function BarCell({ share, children }: { share: number; children: string }) {
  return (
    <td className={`${styles.number} ${styles.barCell}`} style={{ '--share': share } as CSSProperties}>
      {children}
    </td>
  );
}
