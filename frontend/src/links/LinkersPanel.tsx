import { useQuery } from '@tanstack/react-query';
import { userDomains, type LinkType } from '../api/queries';
import { useFormats, useMessages } from '../i18n/language';
import { Answer } from '../ui/Answer';
import { BarCell } from '../ui/BarCell';
import { Panel } from '../ui/Panel';
import { UserLink } from '../ui/UserLink';
import ui from '../ui/ui.module.css';
import styles from './LinksPage.module.css';

/** Whose links to a domain they are. */
export function LinkersPanel(of: { domain: string; type?: LinkType; year?: number }) {
  const { links: texts } = useMessages();
  const formats = useFormats();
  const query = useQuery(userDomains({ ...of, limit: 100 }));
  return (
    <Panel title={texts.whose(of.domain)}>
      <Answer
        query={query}
        isEmpty={(answer) => answer.rows.length === 0}
        empty={<p className={ui.note}>{texts.none}</p>}
      >
        {({ rows }) => (
          <div className={styles.scroll} tabIndex={0} role="group" aria-label={texts.whose(of.domain)}>
            <table className={ui.table}>
              <thead>
                <tr>
                  <th scope="col">{texts.user}</th>
                  <th scope="col" className={ui.number}>
                    {texts.count}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.User.uid}>
                    <th scope="row">
                      <UserLink user={row.User} />
                    </th>
                    <BarCell share={row.count / (rows[0]?.count ?? 1)}>{formats.number(row.count)}</BarCell>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Answer>
    </Panel>
  );
}
