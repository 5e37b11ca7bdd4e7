import { ApiError } from '../api/client';
import { useMessages } from '../i18n/language';
import type { Messages } from '../i18n/de';
import styles from './ui.module.css';

export function inWords(error: unknown, messages: Messages): string {
  const texts = messages.failures;
  if (!(error instanceof ApiError)) return error instanceof TypeError ? texts.network : texts.page;
  if (error.status === 429) return texts.tooMany;
  if (error.status === 502 || error.status === 503 || error.status === 504) return texts.away;
  return error.status < 500 && error.detail ? texts.refused(error.detail) : texts.other(error.status);
}

/** Says what went wrong and offers to try again. */
export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const messages = useMessages();
  return (
    <div className={styles.message} role="alert">
      <strong>{messages.failures.title}</strong>
      <p>{inWords(error, messages)}</p>
      <button type="button" className={styles.button} onClick={onRetry}>
        {messages.common.retry}
      </button>
    </div>
  );
}
