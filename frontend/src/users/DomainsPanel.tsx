import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { userDomains } from '../api/queries';
import { useMessages } from '../i18n/language';
import { useScope } from '../scope/scope';
import { Answer } from '../ui/Answer';
import { DataTable } from '../ui/DataTable';
import { Panel } from '../ui/Panel';
import ui from '../ui/ui.module.css';

/** Where a user's links lead. */
export function DomainsPanel({ uid }: { uid: number }) {
  const { user: texts, links } = useMessages();
  const { year, board } = useScope();
  const query = useQuery(userDomains({ uid, year, limit: 25 }));
  return (
    <Panel title={texts.domains} note={board !== undefined && texts.allBoardsHere}>
      <Answer
        query={query}
        isEmpty={(answer) => answer.rows.length === 0}
        empty={<p className={ui.note}>{texts.noDomains}</p>}
      >
        {({ rows }) => (
          <DataTable
            caption={texts.domains}
            file={texts.domains}
            rows={rows}
            rowKey={(row) => row.domain}
            isRowHit
            columns={[
              {
                title: links.domain,
                value: (row) => row.domain,
                show: (row) => (
                  <Link to="/links" search={{ domain: row.domain }}>
                    {row.domain}
                  </Link>
                ),
              },
              {
                title: links.count,
                value: (row) => row.count,
                share: (row) => row.count / (rows[0]?.count ?? 1),
              },
            ]}
          />
        )}
      </Answer>
    </Panel>
  );
}
