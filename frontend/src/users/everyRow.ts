import { ask } from '../api/client';
import { posters, type Order, type Scope, type UserStatistic } from '../api/queries';
import type { PosterPage, PosterRow } from '../api/types';

const LARGEST_PAGE = 10_000;

/** Every row of the list, not only those on screen. */
export async function everyRow(scope: Scope, sort: UserStatistic, order: Order): Promise<PosterRow[]> {
  const list = posters(scope, sort, order, LARGEST_PAGE, LARGEST_PAGE);
  const rows: PosterRow[] = [];
  let url: string | null | undefined = list.initialPageParam;
  while (url) {
    const page: PosterPage = await ask<PosterPage>(url);
    rows.push(...page.rows);
    url = list.getNextPageParam(page, [], url, []);
  }
  return rows;
}
