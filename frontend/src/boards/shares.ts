import { boardName } from '../api/names';
import type { BoardYear } from '../api/types';

const NAMED = 7;

/** A board's posts in each of the years; the small boards are taken together and have no name. */
export interface BoardShare {
  bid?: number;
  name?: string;
  posts: number[];
}

export interface Shares {
  years: number[];
  boards: BoardShare[];
}

/** The largest boards one by one and the rest as one, over every year from the first to the last. */
export function shares(rows: BoardYear[]): Shares {
  const first = Math.min(...rows.map((row) => row.year));
  const last = Math.max(...rows.map((row) => row.year));
  const years = rows.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const byBoard = new Map<number, Required<BoardShare>>();
  for (const row of rows) {
    const board = byBoard.get(row.bid) ?? { bid: row.bid, name: boardName(row), posts: years.map(() => 0) };
    board.posts[row.year - first] = row.post_count;
    byBoard.set(row.bid, board);
  }
  const sorted = [...byBoard.values()].toSorted((a, b) => sum(b.posts) - sum(a.posts));
  const rest = sorted.slice(NAMED);
  const others: BoardShare[] =
    rest.length === 0 ? [] : [{ posts: years.map((_, index) => sum(rest.map((board) => board.posts[index] ?? 0))) }];
  return { years, boards: [...sorted.slice(0, NAMED), ...others] };
}

export const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
