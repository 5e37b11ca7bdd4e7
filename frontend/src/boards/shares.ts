import { boardName } from '../api/names';
import type { BoardYear } from '../api/types';

const NAMED = 7;

export const BOARD_STATISTICS = ['post_count', 'threads_created'] as const;
export type BoardStatistic = (typeof BOARD_STATISTICS)[number];

/** A board's numbers in each of the years; the small boards are taken together and have no name. */
export interface BoardShare {
  bid?: number;
  name?: string;
  values: number[];
}

export interface Shares {
  years: number[];
  boards: BoardShare[];
}

/** The largest boards one by one, the chosen one too, and the rest as one, over every year from the first to the last. */
export function shares(rows: BoardYear[], statistic: BoardStatistic = 'post_count', chosen?: number): Shares {
  const valueOf = (row: BoardYear) => (statistic === 'post_count' ? row.post_count : row.thread_count);
  const first = Math.min(...rows.map((row) => row.year));
  const last = Math.max(...rows.map((row) => row.year));
  const years = rows.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const byBoard = new Map<number, Required<BoardShare>>();
  for (const row of rows) {
    const board = byBoard.get(row.bid) ?? { bid: row.bid, name: boardName(row), values: years.map(() => 0) };
    board.values[row.year - first] = valueOf(row);
    byBoard.set(row.bid, board);
  }
  const sorted = [...byBoard.values()].toSorted((a, b) => sum(b.values) - sum(a.values));
  const named = sorted.filter((board, index) => index < NAMED || board.bid === chosen);
  const rest = sorted.filter((board) => !named.includes(board));
  const others: BoardShare[] =
    rest.length === 0 ? [] : [{ values: years.map((_, index) => sum(rest.map((board) => board.values[index] ?? 0))) }];
  return { years, boards: [...named, ...others] };
}

export const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
