import type { DomainRow } from '../api/types';
import { useFormats, useMessages } from '../i18n/language';
import { BarCell } from '../ui/BarCell';
import ui from '../ui/ui.module.css';
import styles from './LinksPage.module.css';

/** Domains by count. */
export function DomainTable(props: { rows: DomainRow[]; chosen?: string; onChoose: (domain: string) => void }) {
  const { links: texts } = useMessages();
  const formats = useFormats();
  const most = props.rows[0]?.count ?? 1;
  return (
    <table className={ui.table}>
      <caption className="visually-hidden">{texts.table}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.domain}</th>
          <th scope="col" className={ui.number}>
            {texts.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.domain} className={row.domain === props.chosen ? ui.chosen : undefined}>
            <th scope="row" className={styles.domain}>
              <button
                type="button"
                className={ui.linkButton}
                aria-pressed={row.domain === props.chosen}
                title={texts.choose(row.domain)}
                onClick={() => props.onChoose(row.domain)}
              >
                {row.domain}
              </button>
            </th>
            <BarCell share={row.count / most}>{formats.number(row.count)}</BarCell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
