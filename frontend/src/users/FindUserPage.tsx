import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { posters } from '../api/queries';
import { useMessages } from '../i18n/language';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { UserCounts } from '../ui/UserCounts';
import { UserFinder } from '../ui/UserFinder';

const SUGGESTED = 10;

/** Finds a user by part of a name, and suggests some. */
export function FindUserPage() {
  const { user: texts, statistics } = useMessages();
  const navigate = useNavigate();
  const { data } = useInfiniteQuery(posters({}, 'post_count', 'desc', SUGGESTED));
  const rows = data?.pages[0]?.rows.map((row) => ({ User: row.User, count: row.post_count })) ?? [];
  return (
    <Page title={texts.find} lead={texts.lead}>
      <Panel>
        <UserFinder
          label={texts.search}
          autoFocus
          onChoose={(user) => void navigate({ to: '/user/$uid', params: { uid: String(user.uid) } })}
        />
      </Panel>
      {rows.length > 0 && (
        <Panel title={texts.suggestions}>
          <UserCounts caption={texts.suggestions} rows={rows} counted={statistics.post_count} />
        </Panel>
      )}
    </Page>
  );
}
