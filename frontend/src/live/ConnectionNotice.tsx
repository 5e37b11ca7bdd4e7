import { useEffect, useState } from 'react';
import { useFormats, useMessages } from '../i18n/language';
import ui from '../ui/ui.module.css';
import styles from './ConnectionNotice.module.css';
import { useLive, useLiveStream } from './context';

/** Says that the live stream is away and when it is tried again. */
export function ConnectionNotice() {
  const { live } = useMessages();
  const formats = useFormats();
  const stream = useLiveStream();
  const lost = useLive((state) => state.connection === 'lost');
  const retryAt = useLive((state) => state.retryAt);
  const wait = useCountdown(lost ? retryAt : undefined);
  return (
    <div role="status">
      {lost && (
        <div className={styles.notice}>
          <span>{live.disconnected}</span>
          <span aria-hidden="true">{live.retryIn(formats.number(wait))}</span>
          <button type="button" className={ui.button} onClick={() => stream.connect()}>
            {live.retryNow}
          </button>
        </div>
      )}
    </div>
  );
}

/** Whole seconds until then. */
function useCountdown(until: number | undefined): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (until === undefined) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [until]);
  return until === undefined ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
}
