import { useQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { userName } from '../api/names';
import { user } from '../api/queries';
import type { PosterRow } from '../api/types';

export interface Jump {
  state: 'none' | 'searching' | 'found' | 'missing';
  index?: number;
  name: string;
}

/** Reads on in the list until the user is found in it or it ends. */
export function useJump(uid: number | undefined, rows: PosterRow[], list: UseInfiniteQueryResult): Jump {
  const index = uid === undefined ? -1 : rows.findIndex((row) => row.User.uid === uid);
  const searching = uid !== undefined && index < 0 && list.hasNextPage;
  const missing = uid !== undefined && index < 0 && list.isSuccess && !list.isPlaceholderData && !list.hasNextPage;
  const { data } = useQuery({ ...user(uid ?? 0), enabled: missing });
  const { isFetching, isError, fetchNextPage } = list;
  useEffect(() => {
    if (searching && !isFetching && !isError) void fetchNextPage();
  }, [searching, isFetching, isError, fetchNextPage, rows.length]);
  if (uid === undefined) return { state: 'none', name: '' };
  if (index >= 0) return { state: 'found', index, name: '' };
  return { state: missing ? 'missing' : 'searching', name: data ? userName(data.user) : `#${uid}` };
}
