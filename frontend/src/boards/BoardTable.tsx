import { boardName } from '../api/names';
import type { Board } from '../api/types';
import { useChangeScope, useScope } from '../scope/scope';
import { useFormats, useMessages } from '../i18n/language';
import { BarCell } from '../ui/BarCell';
import ui from '../ui/ui.module.css';
import styles from './BoardTable.module.css';

/** Boards by posts; a board's name chooses it for all pages. */
export function BoardTable({ boards }: { boards: Board[] }) {
  const { boards: texts, statistics, common } = useMessages();
  const formats = useFormats();
  const scope = useScope();
  const change = useChangeScope();
  const sum = boards.reduce((total, board) => total + board.post_count, 0);
  const rows = boards.toSorted((a, b) => b.post_count - a.post_count || a.bid - b.bid);
  return (
    <div className={ui.scroller} tabIndex={0} role="group" aria-label={texts.table}>
      <table className={ui.table}>
        <caption className="visually-hidden">{texts.table}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.board}</th>
            <th scope="col" className={ui.number}>
              {statistics.post_count}
            </th>
            <th scope="col" className={ui.number}>
              {common.share}
            </th>
            <th scope="col" className={ui.number}>
              {statistics.threads_created}
            </th>
            <th scope="col" className={ui.number}>
              {texts.postsPerThread}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((board) => (
            <tr key={board.bid} className={board.bid === scope.board ? ui.chosen : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className={ui.linkButton}
                  aria-pressed={board.bid === scope.board}
                  title={texts.select(boardName(board))}
                  onClick={() => change({ board: board.bid === scope.board ? undefined : board.bid })}
                >
                  {boardName(board)}
                </button>
                <span className={styles.description}>{board.description}</span>
              </th>
              <td className={ui.number}>{formats.number(board.post_count)}</td>
              <BarCell share={sum === 0 ? 0 : board.post_count / sum}>
                {formats.percent(sum === 0 ? 0 : board.post_count / sum)}
              </BarCell>
              <td className={ui.number}>{formats.number(board.thread_count)}</td>
              <td className={ui.number}>
                {board.thread_count === 0 ? '–' : formats.decimal(board.post_count / board.thread_count)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{common.sum}</th>
            <td className={ui.number}>{formats.number(sum)}</td>
            <td />
            <td className={ui.number}>
              {formats.number(boards.reduce((total, board) => total + board.thread_count, 0))}
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
