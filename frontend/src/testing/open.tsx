import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { queryClient } from '../api/queryClient';
import { pagesRouter } from '../app/router';
import { LiveContext } from '../live/context';
import { LiveStream } from '../live/LiveStream';
import { refreshQueries } from '../live/refresh';

/** Opens the pages at an address, as the browser does. */
export function open(address: string) {
  const history = createMemoryHistory({ initialEntries: [address] });
  const client = queryClient();
  const stream = new LiveStream();
  refreshQueries(stream, client);
  stream.connect();
  const router = pagesRouter(history);
  render(
    <QueryClientProvider client={client}>
      <LiveContext.Provider value={stream}>
        <RouterProvider router={router} />
      </LiveContext.Provider>
    </QueryClientProvider>,
  );
  return { address: () => history.location.href, back: () => history.back() };
}
