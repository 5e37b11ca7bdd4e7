import { useQuery } from '@tanstack/react-query';
import { relations } from '../api/queries';
import type { Relation } from '../api/types';
import { useScope } from '../scope/scope';
import { useFormats, useMessages } from '../i18n/language';
import { Answer } from '../ui/Answer';
import { BarCell } from '../ui/BarCell';
import { Panel } from '../ui/Panel';
import { UserLink } from '../ui/UserLink';
import ui from '../ui/ui.module.css';

/** Whom a user quotes, and who quotes the user. */
export function RelationPanels({ uid }: { uid: number }) {
  const { user: texts } = useMessages();
  const query = useQuery(relations(uid, useScope()));
  return (
    <>
      <Panel title={texts.quotes}>
        <Answer query={query}>{({ quotes }) => <Relations rows={quotes} empty={texts.noQuotes} />}</Answer>
      </Panel>
      <Panel title={texts.quotedBy}>
        <Answer query={query}>{({ quoted_by }) => <Relations rows={quoted_by} empty={texts.notQuoted} />}</Answer>
      </Panel>
    </>
  );
}

function Relations({ rows, empty }: { rows: Relation[]; empty: string }) {
  const { users, graph } = useMessages();
  const formats = useFormats();
  const most = rows[0]?.count ?? 1;
  if (rows.length === 0) return <p className={ui.note}>{empty}</p>;
  return (
    <table className={ui.table}>
      <thead>
        <tr>
          <th scope="col">{users.name}</th>
          <th scope="col" className={ui.number}>
            {graph.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.User.uid}>
            <th scope="row">
              <UserLink user={row.User} />
            </th>
            <BarCell share={row.count / most}>{formats.number(row.count)}</BarCell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
