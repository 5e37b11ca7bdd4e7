import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { boardName } from '../api/names';
import { boards, type Scope } from '../api/queries';
import { useMessages } from '../i18n/language';

/** The chosen year and board. */
export function useScope(): Scope {
  const { year, board } = useSearch({ from: '__root__' });
  return { year, board };
}

/** Changes the year or the board and leaves everything else of the address. */
export function useChangeScope(): (change: Partial<Scope>) => void {
  const navigate = useNavigate();
  return (change) => void navigate({ to: '.', search: (search) => ({ ...search, ...change }), resetScroll: false });
}

/** The chosen year and the chosen board's name, where they are chosen. */
export function useScopeNames(): [number | undefined, string | undefined] {
  const { year, board } = useScope();
  const { data } = useQuery(boards());
  const chosen = data?.rows.find((row) => row.bid === board);
  return [year, board === undefined ? undefined : chosen ? boardName(chosen) : `#${board}`];
}

/** The chosen year and board in words. */
export function useScopeInWords(): string {
  const { scope } = useMessages();
  const [year, board] = useScopeNames();
  return scope.in(year === undefined ? scope.allYears : String(year), board ?? scope.allBoards);
}
