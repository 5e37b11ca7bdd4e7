import { boardName } from '../api/names';
import type { Board } from '../api/types';
import { useFormats, useMessages } from '../i18n/language';
import { useChangeScope, useScope } from '../scope/scope';
import { DataTable } from '../ui/DataTable';
import ui from '../ui/ui.module.css';
import styles from './BoardTable.module.css';
import { sum } from './shares';

/** Boards by posts; a board's name chooses it for all pages. */
export function BoardTable({ boards }: { boards: Board[] }) {
  const { boards: texts, statistics, common } = useMessages();
  const formats = useFormats();
  const scope = useScope();
  const change = useChangeScope();
  const posts = sum(boards.map((board) => board.post_count));
  const threads = sum(boards.map((board) => board.thread_count));
  const rows = boards.toSorted((a, b) => b.post_count - a.post_count || a.bid - b.bid);
  const share = (board: Board) => (posts === 0 ? 0 : board.post_count / posts);
  const largest = Math.max(...rows.map(share)) || 1;
  const name = (board: Board) => (
    <>
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
    </>
  );
  return (
    <DataTable
      caption={texts.table}
      rows={rows}
      rowKey={(board) => board.bid}
      isChosen={(board) => board.bid === scope.board}
      isRowHit
      columns={[
        { title: texts.board, value: boardName, show: name, total: common.sum },
        { title: statistics.post_count, value: (board) => board.post_count, total: formats.number(posts) },
        {
          title: common.share,
          value: share,
          format: formats.percent,
          share: (board) => share(board) / largest,
        },
        { title: statistics.threads_created, value: (board) => board.thread_count, total: formats.number(threads) },
        {
          title: texts.postsPerThread,
          value: (board) => (board.thread_count === 0 ? undefined : board.post_count / board.thread_count),
          format: formats.decimal,
        },
      ]}
    />
  );
}
