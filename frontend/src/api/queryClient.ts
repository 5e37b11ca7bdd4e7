import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './client';

const RETRIES = 2;
const RECOVERY_INTERVAL = 5_000;

/** Mistakes of the question are not asked again; what the server may recover from is, for as long as it is on screen. */
function mayRecover(error: Error): boolean {
  return !(error instanceof ApiError) || error.status >= 500 || error.status === 429;
}

export function queryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 5 * 60_000,
        networkMode: 'always',
        retry: (failures, error) => failures < RETRIES && mayRecover(error),
        retryDelay: (failures) => 400 * 2 ** failures,
        refetchInterval: ({ state }) => (state.error && mayRecover(state.error) ? RECOVERY_INTERVAL : false),
      },
    },
  });
}
