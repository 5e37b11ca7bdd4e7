import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './Failure';
import { Outdated } from './Outdated';
import { Skeleton } from './Skeleton';

/**
 * A query in each of its states. Numbers once shown stay while newer ones are fetched, also when fetching them fails: the
 * shell says so then. Those of another selection are marked.
 */
export function Answer<Data>(props: {
  query: UseQueryResult<Data>;
  skeleton?: ReactNode;
  isEmpty?: (data: Data) => boolean;
  empty?: ReactNode;
  children: (data: Data) => ReactNode;
}) {
  const { query } = props;
  if (query.data !== undefined && !(query.isError && query.isPlaceholderData)) {
    return (
      <Outdated isSo={query.isPlaceholderData}>
        {props.isEmpty?.(query.data) ? props.empty : props.children(query.data)}
      </Outdated>
    );
  }
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return props.skeleton ?? <Skeleton />;
}
