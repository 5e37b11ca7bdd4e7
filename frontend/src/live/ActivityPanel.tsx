import { useMemo } from 'react';
import { boardName } from '../api/names';
import { useFormats, useMessages } from '../i18n/language';
import { BarCell } from '../ui/BarCell';
import { Panel } from '../ui/Panel';
import ui from '../ui/ui.module.css';
import { activity, type BoardActivity } from './activity';
import { useLive } from './context';
import { KEPT_MINUTES } from './LiveStream';
import { useNow } from './useNow';

/** Boards by their newest post. */
export function ActivityPanel() {
  const { live: texts, boards: boardTexts, statistics } = useMessages();
  const formats = useFormats();
  const events = useLive((state) => state.newPosts);
  const now = useNow(1_000);
  const boards = useMemo(() => activity(events), [events]);
  const most = Math.max(1, ...boards.map((board) => board.posts));
  const ago = (board: BoardActivity) => {
    const seconds = (now - board.newestAt) / 1000;
    return seconds < 2 ? texts.now : formats.ago(seconds);
  };
  return (
    <Panel title={texts.activity} note={texts.lastMinutes(formats.number(KEPT_MINUTES))}>
      {boards.length === 0 ? (
        <p className={ui.note}>{texts.noActivity}</p>
      ) : (
        <table className={ui.table}>
          <thead>
            <tr>
              <th scope="col">{boardTexts.board}</th>
              <th scope="col" className={ui.number}>
                {texts.newest}
              </th>
              <th scope="col" className={ui.number}>
                {statistics.post_count}
              </th>
            </tr>
          </thead>
          <tbody>
            {boards.map((board) => (
              <tr key={board.bid}>
                <th scope="row">{boardName(board)}</th>
                <td className={ui.number}>{ago(board)}</td>
                <BarCell share={board.posts / most}>{texts.newPosts(formats.number(board.posts))}</BarCell>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
