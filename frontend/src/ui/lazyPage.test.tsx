import { act, render, screen } from '@testing-library/react';
import { StrictMode, Suspense } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lazyPage } from './lazyPage';

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a page that did not load is said in words and comes by itself when the server is back', async () => {
  let isAway = true;
  vi.stubGlobal('fetch', async () => {
    if (isAway) throw new TypeError('Failed to fetch');
    return new Response('');
  });
  const load = vi.fn(async () => {
    if (isAway) throw new TypeError('Failed to fetch dynamically imported module');
    return { Numbers: () => <p>Zahlen</p> };
  });
  const Page = lazyPage(load, 'Numbers');
  await act(async () =>
    render(
      <StrictMode>
        <Suspense>
          <Page />
        </Suspense>
      </StrictMode>,
    ),
  );
  expect((await screen.findByRole('alert')).textContent).toContain('ließ sich nicht laden');
  await act(() => vi.advanceTimersByTimeAsync(7_000));
  expect(load).toHaveBeenCalledTimes(1);
  isAway = false;
  await act(() => vi.advanceTimersByTimeAsync(4_000));
  expect(await screen.findByText('Zahlen')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});
