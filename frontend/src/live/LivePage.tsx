import { useEffect } from 'react';
import { useMessages } from '../i18n/language';
import { Page } from '../ui/Page';
import ui from '../ui/ui.module.css';
import { ActivityPanel } from './ActivityPanel';
import { useLive, useLiveStream } from './context';
import { CrawlerPanel } from './CrawlerPanel';
import styles from './LivePage.module.css';
import { FreshnessPanel } from './FreshnessPanel';
import { PostsPerMinutePanel } from './PostsPerMinutePanel';

/** What happens right now. */
export function LivePage() {
  const { live: texts } = useMessages();
  const stream = useLiveStream();
  const connection = useLive((state) => state.connection);
  useEffect(() => stream.loadHistory(), [stream]);
  const label = { connecting: texts.connecting, open: texts.connected, lost: texts.away }[connection];
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        <span className={styles.connection} data-connection={connection} role="status">
          {label}
        </span>
      }
    >
      <div className={ui.columns}>
        <CrawlerPanel />
        <FreshnessPanel />
      </div>
      <PostsPerMinutePanel />
      <ActivityPanel />
    </Page>
  );
}
