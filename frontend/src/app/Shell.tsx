import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { service } from '../api/queries';
import { LanguageContext, TimeZoneContext, useMessages, usePreferredLanguage } from '../i18n/language';
import { ConnectionNotice } from '../live/ConnectionNotice';
import { Freshness } from '../live/Freshness';
import { ScopeBar } from '../scope/ScopeBar';
import { Brand } from './Brand';
import { Finder } from './Finder';
import { Menu } from './Menu';
import { Navigation } from './Navigation';
import { Settings } from './Settings';
import styles from './Shell.module.css';

/** What surrounds every page. */
export function Shell() {
  const { lang } = useSearch({ from: '__root__' });
  const preferred = usePreferredLanguage();
  const language = lang ?? preferred;
  const zone = useQuery(service()).data?.time_zone;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <LanguageContext.Provider value={language}>
      <TimeZoneContext.Provider value={zone}>
        <Frame />
      </TimeZoneContext.Provider>
    </LanguageContext.Provider>
  );
}

function Frame() {
  const messages = useMessages();
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main);
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {messages.skipToContent}
      </a>
      <header className={styles.side}>
        <Brand />
        <Finder />
        <Menu>
          <Navigation />
          <Settings />
          <Freshness />
        </Menu>
      </header>
      <div className={styles.body}>
        <ConnectionNotice />
        <ScopeBar />
        <main id="content" ref={main} className={styles.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  );
}

/** Moves the reading position of screen readers to the new page, as a full page load would. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>) {
  const path = useLocation({ select: (location) => location.pathname });
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    main.current?.focus({ preventScroll: true });
  }, [main, path]);
}
