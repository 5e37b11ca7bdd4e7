import type { ReactNode } from 'react';
import type { Profile, UserNumbers } from '../api/types';
import { useFormats, useMessages } from '../i18n/language';
import { Panel } from '../ui/Panel';
import ui from '../ui/ui.module.css';
import styles from './ProfilePanel.module.css';

/** What the forum's profile page says. */
export function ProfilePanel({ user }: { user: UserNumbers }) {
  const { user: texts } = useMessages();
  const formats = useFormats();
  return (
    <Panel title={texts.profile}>
      <dl className={styles.profile}>
        <Entry term={texts.uid}>{user.user.uid}</Entry>
        <Entry term={texts.firstPost}>{user.first_day ? formats.date(user.first_day) : '–'}</Entry>
        <Entry term={texts.lastPost}>{user.last_day ? formats.date(user.last_day) : '–'}</Entry>
        {user.profile && <ProfileEntries profile={user.profile} />}
      </dl>
      {!user.profile && <p className={ui.note}>{texts.noProfile}</p>}
    </Panel>
  );
}

function ProfileEntries({ profile }: { profile: Profile }) {
  const { user: texts } = useMessages();
  const formats = useFormats();
  const account =
    profile.account === 'locked' && profile.locked_until
      ? texts.accounts.lockedUntil(formats.date(profile.locked_until))
      : texts.accounts[profile.account ?? 'unknown'];
  return (
    <>
      {profile.registered && <Entry term={texts.registered}>{formats.dateTime(profile.registered)}</Entry>}
      <Entry term={texts.lastSeen}>{profile.last_seen ? formats.dateTime(profile.last_seen) : texts.privateTime}</Entry>
      <Entry term={texts.account}>{account}</Entry>
      {profile.rank && (
        <Entry term={texts.rank}>
          {profile.rank}
          <span className={styles.bars} aria-hidden="true">
            {profile.rank_bars.map((colour, index) => (
              <span key={index} data-colour={colour} />
            ))}
          </span>
        </Entry>
      )}
    </>
  );
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
