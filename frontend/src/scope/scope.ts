import { useQuery } from '@tanstack/react-query';
import { useMatches, useNavigate, useSearch } from '@tanstack/react-router';
import { boardName } from '../api/names';
import { boards, type Scope } from '../api/queries';
import { useMessages } from '../i18n/language';

export type ScopePart = keyof Scope;

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** What of year and board the page's numbers follow: declared at its route. */
    scope: readonly ScopePart[];
    /** The page shows one year in any case: without a chosen one the newest. */
    showsOneYear?: boolean;
  }
}

export const WHOLE_SCOPE = ['year', 'board'] as const satisfies ScopePart[];

/** What of year and board applies to the page that is open. */
export const useScopeParts = (): readonly ScopePart[] =>
  useMatches({ select: (matches) => matches.at(-1)?.staticData.scope ?? [] });

/** The chosen year and board, as far as they apply to the page that is open. */
export function useScope(): Scope {
  const chosen = useSearch({ from: '__root__' });
  const parts = useScopeParts();
  const part = <Part extends ScopePart>(name: Part) => (parts.includes(name) ? chosen[name] : undefined);
  return { year: part('year'), board: part('board') };
}

/** Changes the year or the board and leaves what of the address stays true: a day belongs to its year. */
export function useChangeScope(): (change: Scope, options?: { replace: boolean }) => void {
  const navigate = useNavigate();
  return (change, options) =>
    void navigate({
      to: '.',
      search: (search) => ({
        ...search,
        ...change,
        ...('year' in change && 'day' in search ? { day: undefined } : {}),
      }),
      resetScroll: false,
      ...options,
    });
}

export interface PartInWords {
  part: ScopePart;
  words: string;
}

/** What is chosen, part by part in words. */
export function useChosenInWords(): PartInWords[] {
  const { scope: texts } = useMessages();
  const { year, board } = useScope();
  const { data } = useQuery({ ...boards(), enabled: board !== undefined });
  const chosen: PartInWords[] = [];
  if (year !== undefined) chosen.push({ part: 'year', words: String(year) });
  if (board !== undefined) {
    const known = data?.rows.find((row) => row.bid === board);
    const words = known ? boardName(known) : data ? texts.unknownBoard(board) : `#${board}`;
    chosen.push({ part: 'board', words });
  }
  return chosen;
}

/** The chosen year and board in words, also where it is all of them. */
export function useScopeInWords(): string {
  const { scope: texts } = useMessages();
  const chosen = useChosenInWords();
  const words = (part: ScopePart) => chosen.find((one) => one.part === part)?.words;
  return texts.in(words('year') ?? texts.allYears, words('board') ?? texts.allBoards);
}
