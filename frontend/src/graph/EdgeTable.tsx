import type { Edge } from '../api/types';
import { useFormats, useMessages } from '../i18n/language';
import { BarCell } from '../ui/BarCell';
import { UserLink } from '../ui/UserLink';
import ui from '../ui/ui.module.css';
import styles from './EdgeTable.module.css';

/** The relations of the graph, the strongest first. */
export function EdgeTable({ edges }: { edges: Edge[] }) {
  const { graph: texts, common } = useMessages();
  const formats = useFormats();
  return (
    <details className={`${ui.panel} ${ui.details}`}>
      <summary>{common.numbers}</summary>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={texts.table}>
        <table className={ui.table}>
          <caption className="visually-hidden">{texts.table}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.from}</th>
              <th scope="col">{texts.to}</th>
              <th scope="col" className={ui.number}>
                {texts.count}
              </th>
              <th scope="col" className={ui.number}>
                {texts.intensity}
              </th>
            </tr>
          </thead>
          <tbody>
            {edges.map((edge) => (
              <tr key={`${edge.from.uid} ${edge.to.uid}`}>
                <th scope="row">
                  <UserLink user={edge.from} />
                </th>
                <td>
                  <UserLink user={edge.to} />
                </td>
                <td className={ui.number}>{formats.number(edge.count)}</td>
                <BarCell share={edge.intensity}>{formats.percent(edge.intensity)}</BarCell>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
