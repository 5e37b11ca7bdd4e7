import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/queryClient';
import { pagesRouter } from './app/router';
import { applyTheme } from './ui/theme';
import { LiveContext } from './live/context';
import { LiveStream } from './live/LiveStream';
import { refreshQueries } from './live/refresh';
import './styles/tokens.css';
import './styles/base.css';

applyTheme();

const client = queryClient();
const stream = new LiveStream();
refreshQueries(stream, client);
stream.start();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LiveContext.Provider value={stream}>
        <RouterProvider router={pagesRouter()} />
      </LiveContext.Provider>
    </QueryClientProvider>
  </StrictMode>,
);
