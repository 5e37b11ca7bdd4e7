import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ApiError } from '../api/client';
import { userName } from '../api/names';
import { user } from '../api/queries';
import { NotFound } from '../ui/ErrorPages';
import { ScopedPage } from '../scope/ScopedPage';
import { wholeNumber } from '../scope/search';
import { useMessages } from '../i18n/language';
import { Answer } from '../ui/Answer';
import { Empty } from '../ui/Empty';
import ui from '../ui/ui.module.css';
import { DevelopmentPanel } from './DevelopmentPanel';
import { DomainsPanel } from './DomainsPanel';
import { KeyFigures } from './KeyFigures';
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
  const { user: texts } = useMessages();
  const query = useQuery(user(uid));
  const aliases = query.data?.user.aliases ?? [];
  const unknown = query.error instanceof ApiError && query.error.status === 400;
  return (
    <ScopedPage
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
    >
      {unknown ? (
        <Empty title={texts.unknown}>
          <p>{texts.unknownHint}</p>
        </Empty>
      ) : (
        <Answer query={query}>
          {(answer) => (
            <>
              <div className={styles.who}>
                <ProfilePanel user={answer} />
                <KeyFigures user={answer} />
              </div>
              <DevelopmentPanel uid={uid} />
              <div className={ui.columns}>
                <RelationPanels uid={uid} />
                <DomainsPanel uid={uid} />
              </div>
            </>
          )}
        </Answer>
      )}
    </ScopedPage>
  );
}
