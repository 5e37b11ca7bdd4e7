import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { Refreshed } from './events';
import type { LiveStream } from './LiveStream';

type Scopes = Refreshed['scopes'];

/** Least time between two rounds of questions. */
export const PAUSE = 5_000;

/** Whether a query's numbers may have changed with these scopes. A key is a path and its parameters. */
export function concerns(key: QueryKey, scopes: Scopes): boolean {
  const [, parameters = {}] = key as [string, Record<string, unknown>?];
  if (scopes.length === 0) return true;
  const date = parameters.date as string | undefined;
  const year = date === undefined ? parameters.year : Number(date.slice(0, 4));
  const bid = parameters.bid;
  return scopes.some(
    (scope) => (year === undefined || scope.year === year) && (bid === undefined || scope.bid === bid),
  );
}

/**
 * Fetches anew what a refresh concerns and is on screen; what is not on screen is fetched when it is shown again. Under
 * steady traffic the refreshes of a moment are fetched together, and never more than one round at a time.
 */
export function refreshQueries(stream: LiveStream, client: QueryClient): () => void {
  let pending: Scopes | undefined;
  let running = false;

  async function run(): Promise<void> {
    running = true;
    while (pending) {
      const scopes = pending;
      pending = undefined;
      await client.invalidateQueries({
        predicate: ({ queryKey, meta }) => !meta?.isSettled && concerns(queryKey, scopes),
      });
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    running = false;
  }

  return stream.onRefreshed((scopes) => {
    const everything = scopes.length === 0 || pending?.length === 0;
    pending = everything ? [] : [...(pending ?? []), ...scopes];
    if (!running) void run();
  });
}
