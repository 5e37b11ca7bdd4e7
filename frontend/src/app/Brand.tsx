import { Link } from '@tanstack/react-router';
import { useMessages } from '../i18n/language';
import styles from './Brand.module.css';

/** The name and sign of the site: a pot of bars. */
export function Brand() {
  const messages = useMessages();
  return (
    <Link to="/users" className={styles.brand}>
      <svg viewBox="0 0 32 32" width="34" height="34" aria-hidden="true">
        <g className={styles.bars}>
          <rect x="8" y="9" width="4" height="6" rx="1" />
          <rect x="14" y="3" width="4" height="12" rx="1" />
          <rect x="20" y="6" width="4" height="9" rx="1" />
        </g>
        <path className={styles.pot} d="M3 17h26v2.5h-2V24a6 6 0 0 1-6 6H11a6 6 0 0 1-6-6v-4.5H3z" />
      </svg>
      <span>
        <span className={styles.name}>potstats2</span>
        <span className={styles.claim}>{messages.siteClaim}</span>
      </span>
    </Link>
  );
}
