import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { domains, LINK_TYPES, type LinkType } from '../api/queries';
import { useScope } from '../scope/scope';
import { ScopedPage } from '../scope/ScopedPage';
import { useMessages } from '../i18n/language';
import { Answer } from '../ui/Answer';
import { NothingHere } from '../scope/NothingHere';
import { Panel } from '../ui/Panel';
import { Segmented } from '../ui/Segmented';
import ui from '../ui/ui.module.css';
import { DomainTable } from './DomainTable';
import styles from './LinksPage.module.css';
import { LinkersPanel } from './LinkersPanel';

const route = getRouteApi('/links');

/** Domains by how often they are linked to, and by whom. */
export function LinksPage() {
  const { links: texts } = useMessages();
  const { year } = useScope();
  const { type, domain } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(domains(year, type));
  const choose = (chosen?: string) =>
    void navigate({ search: (search) => ({ ...search, domain: chosen }), resetScroll: false });
  return (
    <ScopedPage
      title={texts.title}
      lead={texts.lead}
      actions={
        <Segmented<LinkType | 'all'>
          label={texts.type}
          value={type ?? 'all'}
          options={(['all', ...LINK_TYPES] as const).map((choice) => ({ value: choice, label: texts[choice] }))}
          onChange={(chosen, replace) =>
            void navigate({
              search: (search) => ({ ...search, type: chosen === 'all' ? undefined : chosen }),
              resetScroll: false,
              replace,
            })
          }
        />
      }
    >
      <div className={styles.sides}>
        <Panel title={texts.table} note={query.data && query.data.rows.length > 0 && texts.top(query.data.rows.length)}>
          <Answer
            query={query}
            isEmpty={(answer) => answer.rows.length === 0}
            empty={<NothingHere reason={texts.none} />}
          >
            {({ rows }) => (
              <DomainTable
                rows={rows}
                chosen={domain}
                onChoose={(chosen) => choose(chosen === domain ? undefined : chosen)}
              />
            )}
          </Answer>
        </Panel>
        <div className={styles.linkers} aria-live="polite">
          {domain === undefined ? (
            <p className={`${ui.note} ${styles.hint}`}>{texts.whoseHint}</p>
          ) : (
            <LinkersPanel domain={domain} type={type} year={year} onClose={() => choose()} />
          )}
        </div>
      </div>
    </ScopedPage>
  );
}
