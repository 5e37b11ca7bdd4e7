import { useQuery } from '@tanstack/react-query';
import { relations } from '../api/queries';
import type { Relation } from '../api/types';
import { useMessages } from '../i18n/language';
import { useScope } from '../scope/scope';
import { Answer } from '../ui/Answer';
import { Panel } from '../ui/Panel';
import ui from '../ui/ui.module.css';
import { UserCounts } from '../ui/UserCounts';

/** Whom a user quotes, and who quotes the user; quotes of oneself are told apart. */
export function RelationPanels({ uid }: { uid: number }) {
  const { user: texts, graph } = useMessages();
  const query = useQuery(relations(uid, useScope()));
  const self = (rows: Relation[]) => rows.find((row) => row.User.uid === uid);
  const list = (rows: Relation[], title: string, empty: string) => {
    const others = rows.filter((row) => row.User.uid !== uid);
    if (others.length === 0) return <p className={ui.note}>{empty}</p>;
    return <UserCounts caption={title} rows={others} counted={graph.count} />;
  };
  const selfQuotes = query.data && self(query.data.quotes)?.count;
  return (
    <>
      <Panel title={texts.quotes} note={selfQuotes !== undefined && texts.selfQuotes(selfQuotes)}>
        <Answer query={query}>{({ quotes }) => list(quotes, texts.quotes, texts.noQuotes)}</Answer>
      </Panel>
      <Panel title={texts.quotedBy}>
        <Answer query={query}>{({ quoted_by }) => list(quoted_by, texts.quotedBy, texts.notQuoted)}</Answer>
      </Panel>
    </>
  );
}
