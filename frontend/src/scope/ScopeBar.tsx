import { useQuery } from '@tanstack/react-query';
import { useMatches, useParams } from '@tanstack/react-router';
import { boardName } from '../api/names';
import { boards, development, years } from '../api/queries';
import { useFormats, useMessages } from '../i18n/language';
import { Outdated } from '../ui/Outdated';
import ui from '../ui/ui.module.css';
import { useChangeScope, useScope, useScopeParts } from './scope';
import styles from './ScopeBar.module.css';
import { YearStrip, type YearOfStrip } from './YearStrip';

/** Year and board, chosen once for all pages; pages that have neither ask nothing. */
export function ScopeBar() {
  const parts = useScopeParts();
  return parts.length === 0 ? null : <Choices hasBoard={parts.includes('board')} />;
}

function Choices({ hasBoard }: { hasBoard: boolean }) {
  const { scope: texts } = useMessages();
  const scope = useScope();
  const change = useChangeScope();
  const { rows, isOutdated } = useYears(scope.board);
  const showsOneYear = useMatches({ select: (matches) => matches.at(-1)?.staticData.showsOneYear ?? false });
  const newest = rows.findLast((row) => row.post_count > 0)?.year;
  return (
    <section className={styles.bar} aria-label={texts.label}>
      <Outdated isSo={isOutdated}>
        <YearStrip
          rows={rows}
          year={scope.year}
          shown={showsOneYear && scope.year === undefined ? newest : undefined}
          onChange={(year, replace) => change({ year }, { replace })}
        />
      </Outdated>
      <label className={`${ui.field} ${styles.yearSelect}`}>
        {texts.year}
        <select
          className={ui.control}
          value={scope.year ?? ''}
          onChange={(event) => change({ year: Number(event.target.value) || undefined })}
        >
          <option value="">{texts.allYears}</option>
          {withChosen(
            rows.map((row) => row.year),
            scope.year,
          ).map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </label>
      {hasBoard ? <BoardChoice /> : <p className={`${ui.note} ${styles.note}`}>{texts.noBoardHere}</p>}
    </section>
  );
}

function BoardChoice() {
  const { scope: texts } = useMessages();
  const formats = useFormats();
  const { board: chosen } = useScope();
  const change = useChangeScope();
  const rows = useQuery(boards()).data?.rows ?? [];
  const isUnknown = chosen !== undefined && rows.length > 0 && !rows.some((board) => board.bid === chosen);
  return (
    <label className={`${ui.field} ${styles.board}`}>
      {texts.board}
      <select
        className={ui.control}
        value={chosen ?? ''}
        onChange={(event) => change({ board: Number(event.target.value) || undefined })}
      >
        <option value="">{texts.allBoards}</option>
        {isUnknown && <option value={chosen}>{texts.unknownBoard(chosen)}</option>}
        {rows.map((board) => (
          <option key={board.bid} value={board.bid}>
            {`${boardName(board)} (${formats.compact(board.post_count)})`}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Every year of the forum with the posts of the chosen board in it, and on a user's page with those of the user. */
function useYears(board: number | undefined): { rows: YearOfStrip[]; isOutdated: boolean } {
  const { uid } = useParams({ strict: false });
  const isUser = uid !== undefined && /^\d+$/.test(uid);
  const whole = useQuery(years({}));
  const ofBoard = useQuery({ ...years({ board }), enabled: !isUser && board !== undefined });
  const ofUser = useQuery({ ...development(Number(uid), board), enabled: isUser });
  const all = whole.data?.rows ?? [];
  const chosen = isUser
    ? Object.values(ofUser.data?.years ?? {})
    : ((board === undefined ? whole : ofBoard).data?.rows ?? []);
  const posts = new Map(chosen.map((row) => [row.year, row.post_count]));
  const first = all[0]?.year ?? 0;
  const length = all.length === 0 ? 0 : all.at(-1)!.year - first + 1;
  return {
    rows: Array.from({ length }, (_, index) => ({ year: first + index, post_count: posts.get(first + index) ?? 0 })),
    isOutdated: (isUser ? ofUser : ofBoard).isPlaceholderData,
  };
}

function withChosen(years: number[], chosen: number | undefined): number[] {
  const all = chosen === undefined || years.includes(chosen) ? years : [...years, chosen];
  return all.toSorted((a, b) => b - a);
}
