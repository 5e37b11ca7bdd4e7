import { useMessages } from '../i18n/language';
import styles from './ui.module.css';

/** The shape of what is being loaded. */
export function Skeleton({ lines = 8, height = '1.5rem' }: { lines?: number; height?: string }) {
  const messages = useMessages();
  return (
    <div className={styles.skeletonLines} role="status" aria-label={messages.common.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={styles.skeleton} style={{ height, width: `${100 - ((line * 13) % 24)}%` }} />
      ))}
    </div>
  );
}
