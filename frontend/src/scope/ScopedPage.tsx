import type { ReactNode } from 'react';
import { useMessages } from '../i18n/language';
import { Page } from '../ui/Page';
import ui from '../ui/ui.module.css';
import { useChangeScope, useChosenInWords } from './scope';

/** A page whose heading and tab say which part of the forum it shows, and where that can be undone. */
export function ScopedPage(props: { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  const { scope: texts, common } = useMessages();
  const chosen = useChosenInWords();
  const change = useChangeScope();
  const chips = chosen.length > 0 && (
    <div className={ui.chips} role="group" aria-label={texts.label}>
      {chosen.map(({ part, words }) => (
        <button
          key={part}
          type="button"
          className={ui.chip}
          aria-label={texts.without(words)}
          title={texts.without(words)}
          onClick={() => change({ [part]: undefined })}
        >
          {words} <span aria-hidden="true">×</span>
        </button>
      ))}
      {chosen.length > 1 && (
        <button type="button" className={ui.linkButton} onClick={() => change({ year: undefined, board: undefined })}>
          {common.showAll}
        </button>
      )}
    </div>
  );
  return <Page {...props} part={chosen.map(({ words }) => words).join(', ') || undefined} chips={chips} />;
}
