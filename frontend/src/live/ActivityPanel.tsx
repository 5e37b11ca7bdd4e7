import { useMemo } from 'react';
import { boardName } from '../api/names';
import { useFormats, useMessages } from '../i18n/language';
import { DataTable } from '../ui/DataTable';
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
    <Panel title={texts.activity} note={texts.lastMinutes(KEPT_MINUTES)}>
      {boards.length === 0 ? (
        <p className={ui.note}>{texts.noActivity}</p>
      ) : (
        <DataTable
          caption={texts.activity}
          file={texts.activity}
          rows={boards}
          rowKey={(board) => board.bid}
          columns={[
            { title: boardTexts.board, value: boardName },
            { title: texts.newest, value: (board) => new Date(board.newestAt).toISOString(), show: ago },
            {
              title: statistics.post_count,
              value: (board) => board.posts,
              format: (posts) => texts.newPosts(formats.number(posts)),
              share: (board) => board.posts / most,
            },
          ]}
        />
      )}
    </Panel>
  );
}
