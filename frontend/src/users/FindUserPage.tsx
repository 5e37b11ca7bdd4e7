import { useNavigate } from '@tanstack/react-router';
import { useMessages } from '../i18n/language';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { UserFinder } from '../ui/UserFinder';
import ui from '../ui/ui.module.css';

/** Finds a user by part of a name. */
export function FindUserPage() {
  const { user: texts } = useMessages();
  const navigate = useNavigate();
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Panel>
        <UserFinder
          label={texts.search}
          onChoose={(user) => void navigate({ to: '/user/$uid', params: { uid: String(user.uid) } })}
        />
        <p className={ui.note} style={{ marginTop: '0.75rem' }}>
          {texts.typeHint}
        </p>
      </Panel>
    </Page>
  );
}
