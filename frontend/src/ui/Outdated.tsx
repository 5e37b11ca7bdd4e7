import type { ReactNode } from 'react';
import styles from './ui.module.css';
import { useLasting } from './useLasting';

/** Long enough that an answer from the cache never dims anything. */
const PATIENCE = 150;

/** Numbers of the selection before: they stay until those of the new one are there, and are marked as what they are. */
export function Outdated({ isSo, children }: { isSo: boolean; children: ReactNode }) {
  const lasts = useLasting(isSo, PATIENCE);
  return (
    <div className={styles.answer} aria-busy={lasts || undefined}>
      {children}
    </div>
  );
}
