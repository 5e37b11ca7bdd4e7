import { useQuery } from '@tanstack/react-query';
import { userDomains, type LinkType } from '../api/queries';
import { useMessages } from '../i18n/language';
import { Answer } from '../ui/Answer';
import { SidePanel } from '../ui/SidePanel';
import ui from '../ui/ui.module.css';
import { UserCounts } from '../ui/UserCounts';

/** Whose links to a domain they are. */
export function LinkersPanel(props: { domain: string; type?: LinkType; year?: number; onClose: () => void }) {
  const { links: texts } = useMessages();
  const { onClose, ...of } = props;
  const query = useQuery(userDomains({ ...of, limit: 100 }));
  return (
    <SidePanel title={texts.whose(of.domain)} onClose={onClose}>
      <Answer
        query={query}
        isEmpty={(answer) => answer.rows.length === 0}
        empty={<p className={ui.note}>{texts.none}</p>}
      >
        {({ rows }) => <UserCounts caption={texts.whose(of.domain)} rows={rows} counted={texts.count} isTall />}
      </Answer>
    </SidePanel>
  );
}
