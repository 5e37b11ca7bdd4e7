import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { boardName } from '../api/names';
import { boards, years } from '../api/queries';
import { useFormats, useMessages } from '../i18n/language';
import ui from '../ui/ui.module.css';
import { useChangeScope, useScope } from './scope';
import styles from './ScopeBar.module.css';
import { YearStrip } from './YearStrip';

const WITHOUT_SCOPE = ['/about', '/live', '/user'];
const WITHOUT_BOARD = ['/links'];

/** Year and board, chosen once for all pages. */
export function ScopeBar() {
  const { scope: texts } = useMessages();
  const formats = useFormats();
  const scope = useScope();
  const change = useChangeScope();
  const path = useLocation({ select: (location) => location.pathname });
  const boardCounts = !WITHOUT_BOARD.includes(path);
  const yearRows = useQuery(years(boardCounts ? { board: scope.board } : {})).data?.rows ?? [];
  const boardRows = useQuery(boards()).data?.rows ?? [];
  if (WITHOUT_SCOPE.includes(path)) return null;
  return (
    <section className={styles.bar} aria-label={texts.label}>
      <YearStrip rows={yearRows} year={scope.year} onChange={(year) => change({ year })} />
      <label className={`${ui.field} ${styles.yearSelect}`}>
        {texts.year}
        <select
          className={ui.control}
          value={scope.year ?? ''}
          onChange={(event) => change({ year: Number(event.target.value) || undefined })}
        >
          <option value="">{texts.allYears}</option>
          {withChosen(
            yearRows.map((row) => row.year),
            scope.year,
          ).map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </label>
      <label className={`${ui.field} ${styles.board}`} title={boardCounts ? undefined : texts.noBoardHere}>
        {texts.board}
        <select
          className={ui.control}
          value={boardCounts ? (scope.board ?? '') : ''}
          disabled={!boardCounts}
          onChange={(event) => change({ board: Number(event.target.value) || undefined })}
        >
          <option value="">{texts.allBoards}</option>
          {boardRows.map((board) => (
            <option key={board.bid} value={board.bid}>
              {`${boardName(board)} (${formats.compact(board.post_count)})`}
            </option>
          ))}
        </select>
      </label>
      {!boardCounts && <p className={`${ui.note} ${styles.note}`}>{texts.noBoardHere}</p>}
    </section>
  );
}

function withChosen(years: number[], chosen: number | undefined): number[] {
  const all = chosen === undefined || years.includes(chosen) ? years : [...years, chosen];
  return all.toSorted((a, b) => b - a);
}
