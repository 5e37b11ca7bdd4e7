import type { DomainRow } from '../api/types';
import { useMessages } from '../i18n/language';
import { DataTable } from '../ui/DataTable';
import ui from '../ui/ui.module.css';

/** Domains by count. */
export function DomainTable(props: { rows: DomainRow[]; chosen?: string; onChoose: (domain: string) => void }) {
  const { links: texts } = useMessages();
  const most = props.rows[0]?.count ?? 1;
  return (
    <DataTable
      caption={texts.table}
      rows={props.rows}
      rowKey={(row) => row.domain}
      isChosen={(row) => row.domain === props.chosen}
      isRowHit
      columns={[
        {
          title: texts.domain,
          value: (row) => row.domain,
          show: (row) => (
            <button
              type="button"
              className={ui.linkButton}
              aria-pressed={row.domain === props.chosen}
              title={texts.choose(row.domain)}
              onClick={() => props.onChoose(row.domain)}
            >
              {row.domain}
            </button>
          ),
        },
        { title: texts.count, value: (row) => row.count, share: (row) => row.count / most },
      ]}
    />
  );
}
