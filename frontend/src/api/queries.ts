import { infiniteQueryOptions, keepPreviousData, queryOptions, type QueryMeta } from '@tanstack/react-query';
import { address, ask } from './client';
import type { AnswerTo, ParametersOf, Path, PosterPage } from './types';

/** The part of the forum that a page's numbers are about. */
export interface Scope {
  year?: number;
  board?: number;
}

export const USER_STATISTICS = [
  'post_count',
  'edit_count',
  'avg_post_length',
  'threads_created',
  'quoted_count',
  'quotes_count',
] as const;
export type UserStatistic = (typeof USER_STATISTICS)[number];

export const PERIOD_STATISTICS = [
  'post_count',
  'edit_count',
  'avg_post_length',
  'threads_created',
  'active_users',
] as const;
export type PeriodStatistic = (typeof PERIOD_STATISTICS)[number];

export type Order = 'asc' | 'desc';
export const LINK_TYPES = ['link', 'image', 'video'] as const;
export type LinkType = (typeof LINK_TYPES)[number];

/** The first page is there quickly, the others reach far. */
const FIRST_PAGE = 100;
const FURTHER_PAGES = 500;

/** A question to the API. Its key is path and parameters, by which the live stream tells what a refresh concerns. */
function question<Asked extends Path>(path: Asked, parameters: ParametersOf<Asked>, meta?: QueryMeta) {
  return queryOptions({
    queryKey: [path, parameters] as const,
    queryFn: ({ signal }) => ask<AnswerTo<Asked>>(address(path, parameters), signal),
    placeholderData: keepPreviousData,
    meta,
  });
}

/** An answer that no new post changes. */
const SETTLED = { isSettled: true };

const filter = ({ year, board }: Scope): Pick<ParametersOf<'/api/poster-stats'>, 'year' | 'bid'> => ({
  year,
  bid: board,
});

export const boards = (year?: number) => question('/api/boards', { year });
export const boardYears = () => question('/api/board-development', {});
export const years = (scope: Scope) => question('/api/year-over-year-stats', filter(scope));
export const weekdays = (scope: Scope) => question('/api/weekday-stats', filter(scope));
export const hours = (scope: Scope) => question('/api/hourly-stats', filter(scope));
export const heatMap = (year: number, board: number | undefined, statistic: PeriodStatistic) =>
  question('/api/daily-stats', { year, bid: board, statistic });
export const day = (date: string, board?: number) => question('/api/day', { date, bid: board });
export const graph = (scope: Scope, limit: number) => question('/api/social-graph', { ...filter(scope), limit });
export const domains = (year?: number, type?: LinkType) => question('/api/domains', { year, type, limit: 500 });
export const userDomains = (of: { year?: number; type?: LinkType; domain?: string; uid?: number; limit: number }) =>
  question('/api/user-domains', of);
/** One more than are shown, to know whether there are more. */
export const usersNamed = (name: string, shown: number) => question('/api/users', { name, limit: shown + 1 });
export const user = (uid: number) => question('/api/user', { uid });
export const development = (uid: number, board?: number) => question('/api/poster-development', { uid, bid: board });
export const relations = (uid: number, scope: Scope) =>
  question('/api/user-relations', { uid, ...filter(scope), limit: 25 });
export const imprint = () => question('/api/imprint', {}, SETTLED);
export const service = () => question('/api/', {}, SETTLED);

/** Users page by page, each page found by the `next` of the one before. */
export function posters(
  scope: Scope,
  orderBy: UserStatistic,
  order: Order,
  first = FIRST_PAGE,
  further = FURTHER_PAGES,
) {
  const parameters: ParametersOf<'/api/poster-stats'> = { ...filter(scope), order_by: orderBy, order, limit: first };
  return infiniteQueryOptions({
    queryKey: ['/api/poster-stats', parameters] as const,
    queryFn: ({ pageParam, signal }) => ask<PosterPage>(pageParam, signal),
    initialPageParam: address('/api/poster-stats', parameters),
    getNextPageParam: (page) => (page.next ? resolve(page.next, further) : undefined),
    placeholderData: keepPreviousData,
  });
}

/** Where the relative `next` leads, seen from the address that was asked. */
function resolve(next: string, limit: number): string {
  const url = new URL(next, new URL('/api/poster-stats', window.location.href));
  url.searchParams.set('limit', String(limit));
  return url.pathname + url.search;
}
