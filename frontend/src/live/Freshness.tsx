import { Link } from '@tanstack/react-router';
import { useFormats, useMessages } from '../i18n/language';
import { useLive } from './context';
import styles from './Freshness.module.css';

/** At the foot of the navigation: whether the page is live, and as of when its numbers are. */
export function Freshness() {
  const { live } = useMessages();
  const formats = useFormats();
  const connection = useLive((state) => state.connection);
  const at = useLive((state) => state.refreshed?.at);
  const label = { connecting: live.connecting, open: live.connected, lost: live.disconnected }[connection];
  return (
    <Link to="/live" className={styles.freshness} title={label}>
      <span className={styles.dot} data-connection={connection} />
      <span className="visually-hidden">{label}</span>
      {connection !== 'open'
        ? { connecting: live.connecting, lost: live.away }[connection]
        : at
          ? `${live.asOf}: ${formats.clock(new Date(at))}`
          : live.connected}
    </Link>
  );
}
