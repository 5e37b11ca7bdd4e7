import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../i18n/language';
import { Icon } from '../ui/Icon';
import styles from './Menu.module.css';

/** On a desk its content stands there; on a phone behind a button. */
export function Menu({ children }: { children: ReactNode }) {
  const { navigation } = useMessages();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const address = useLocation({ select: (location) => location.href });
  useEffect(() => setOpen(false), [address]);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.toggle}
        aria-expanded={open}
        aria-controls="menu"
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? 'close' : 'menu'} />
        {open ? navigation.close : navigation.menu}
      </button>
      <div
        id="menu"
        className={open ? `${styles.menu} ${styles.open}` : styles.menu}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !open) return;
          setOpen(false);
          button.current?.focus();
        }}
      >
        {children}
      </div>
    </>
  );
}
