import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { userDomains } from '../api/queries';
import { useScope } from '../scope/scope';
import { useFormats, useMessages } from '../i18n/language';
import { Answer } from '../ui/Answer';
import { BarCell } from '../ui/BarCell';
import { Panel } from '../ui/Panel';
import ui from '../ui/ui.module.css';

/** Where a user's links lead. */
export function DomainsPanel({ uid }: { uid: number }) {
  const { user: texts, links } = useMessages();
  const formats = useFormats();
  const query = useQuery(userDomains({ uid, year: useScope().year, limit: 25 }));
  return (
    <Panel title={texts.domains}>
      <Answer
        query={query}
        isEmpty={(answer) => answer.rows.length === 0}
        empty={<p className={ui.note}>{texts.noDomains}</p>}
      >
        {({ rows }) => (
          <table className={ui.table}>
            <thead>
              <tr>
                <th scope="col">{links.domain}</th>
                <th scope="col" className={ui.number}>
                  {links.count}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.domain}>
                  <th scope="row">
                    <Link to="/links" search={{ domain: row.domain }}>
                      {row.domain}
                    </Link>
                  </th>
                  <BarCell share={row.count / (rows[0]?.count ?? 1)}>{formats.number(row.count)}</BarCell>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Answer>
    </Panel>
  );
}
