import { useChangeScope, useScope, useScopeInWords } from './scope';
import { useMessages } from '../i18n/language';
import { Empty } from '../ui/Empty';
import styles from '../ui/ui.module.css';

/** No post in what was chosen, or none at all yet. */
export function NothingHere({ reason }: { reason?: string }) {
  const { common } = useMessages();
  const { year, board } = useScope();
  const change = useChangeScope();
  const scopeInWords = useScopeInWords();
  const everything = year === undefined && board === undefined;
  return (
    <Empty title={common.nothing}>
      <p>{reason ?? (everything ? common.nothingYet : common.nothingInScope(scopeInWords))}</p>
      {!everything && (
        <button type="button" className={styles.button} onClick={() => change({ year: undefined, board: undefined })}>
          {common.showAll}
        </button>
      )}
    </Empty>
  );
}
