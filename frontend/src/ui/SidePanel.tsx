import { useId, type ReactNode } from 'react';
import { useMessages } from '../i18n/language';
import { Icon } from './Icon';
import styles from './SidePanel.module.css';
import ui from './ui.module.css';

/** What belongs to something that was chosen: a panel of the page, and on a phone a sheet above it, right under the finger. */
export function SidePanel(props: { title: string; onClose: () => void; children: ReactNode }) {
  const { common } = useMessages();
  const id = useId();
  return (
    <section className={`${ui.panel} ${styles.panel}`} aria-labelledby={id} tabIndex={0}>
      <div className={ui.panelHead}>
        <h2 id={id}>{props.title}</h2>
        <button type="button" className={styles.close} aria-label={common.close} onClick={props.onClose}>
          <Icon name="close" />
        </button>
      </div>
      {props.children}
    </section>
  );
}
