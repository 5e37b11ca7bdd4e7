import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMessages } from '../i18n/language';
import { UserFinder } from '../ui/UserFinder';
import styles from './Finder.module.css';

/** Finds a user from every page; `/` and Ctrl+K lead to it. */
export function Finder() {
  const { navigation } = useMessages();
  const navigate = useNavigate();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return;
      event.preventDefault();
      frame.current?.querySelector('input')?.focus();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);
  return (
    <div ref={frame} role="search" className={styles.finder} title={navigation.findHint}>
      <UserFinder
        label={navigation.find}
        isEmptyAfterwards
        onChoose={(user) => void navigate({ to: '/user/$uid', params: { uid: String(user.uid) } })}
      />
    </div>
  );
}

function isShortcut(event: KeyboardEvent): boolean {
  if (event.key === 'k') return (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  return event.key === '/' && !isWriting(event.target);
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=radio]), textarea, select'));
