import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ApiError } from '../api/client';
import { userName } from '../api/names';
import { user, USER_STATISTICS } from '../api/queries';
import { NotFound } from '../ui/ErrorPages';
import { wholeNumber } from '../scope/search';
import { useFormats, useMessages } from '../i18n/language';
import { Answer } from '../ui/Answer';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { UserFinder } from '../ui/UserFinder';
import ui from '../ui/ui.module.css';
import { DevelopmentPanel } from './DevelopmentPanel';
import { DomainsPanel } from './DomainsPanel';
import { ProfilePanel } from './ProfilePanel';
import { RelationPanels } from './RelationPanels';
import styles from './UserPage.module.css';

const route = getRouteApi('/user/$uid');

/** Everything about one user. */
export function UserPage() {
  const uid = wholeNumber(route.useParams().uid);
  return uid === undefined ? <NotFound /> : <KnownUser key={uid} uid={uid} />;
}

function KnownUser({ uid }: { uid: number }) {
  const { user: texts, statistics } = useMessages();
  const formats = useFormats();
  const navigate = route.useNavigate();
  const query = useQuery(user(uid));
  const aliases = query.data?.user.aliases ?? [];
  const unknown = query.error instanceof ApiError && query.error.status === 400;
  return (
    <Page
      title={query.data ? userName(query.data.user) : texts.title}
      lead={
        aliases.length > 0 && (
          <span className={styles.aliases}>
            {texts.aliases}:
            {aliases.map((alias) => (
              <span key={alias} className={styles.alias}>
                {alias}
              </span>
            ))}
          </span>
        )
      }
      actions={
        <UserFinder
          label={texts.another}
          onChoose={(found) => void navigate({ params: { uid: String(found.uid) }, search: (search) => search })}
        />
      }
    >
      {unknown ? (
        <Empty title={texts.unknown}>
          <p>{texts.lead}</p>
        </Empty>
      ) : (
        <Answer query={query}>
          {(answer) => (
            <>
              <Panel title={texts.key}>
                <dl className={ui.figures}>
                  {USER_STATISTICS.map((statistic) => (
                    <div key={statistic} className={ui.figure}>
                      <dt>{statistics[statistic]}</dt>
                      <dd>{formats.number(answer[statistic])}</dd>
                    </div>
                  ))}
                </dl>
              </Panel>
              <DevelopmentPanel uid={uid} />
              <div className={ui.columns}>
                <RelationPanels uid={uid} />
                <DomainsPanel uid={uid} />
                <ProfilePanel user={answer} />
              </div>
            </>
          )}
        </Answer>
      )}
    </Page>
  );
}
