import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FakeEventSource } from '../testing/FakeEventSource';
import { open } from '../testing/open';

const at = new Date().toISOString();
const send = (type: string, data: unknown, id: string) => act(() => FakeEventSource.latest.send(type, data, id));

test('follows the crawler, the newest posts and the freshness of the numbers', async () => {
  open('/live');
  expect(await screen.findByText('Der Crawler hat sich noch nicht gemeldet.')).toBeTruthy();
  act(() => FakeEventSource.latest.open());
  const done = (count: number, total: number) => ({ done: count, total });
  send(
    'progress',
    {
      state: 'crawling',
      pass: 3,
      board: { bid: 14, name: 'Public Offtopic' },
      boards: done(1, 9),
      threads: done(20, 400),
      posts: done(1_500, 20_000),
      requests: 77,
      requests_per_second: 8.25,
      posts_per_second: 211,
      seconds_left: 95,
      started_at: at,
      at,
    },
    '1',
  );
  const crawler = screen.getByRole('region', { name: 'Der Crawler' });
  expect(await within(crawler).findByText('liest „Public Offtopic“')).toBeTruthy();
  expect(within(crawler).getByText('1.500 von 20.000')).toBeTruthy();
  expect(within(crawler).getByText(/^1 Min.*35 Sek/)).toBeTruthy();
  send('posts', { boards: [{ bid: 43, name: 'Filme und Musik', posts: 2 }], at }, '2');
  const activity = screen.getByRole('region', { name: 'Neueste Aktivität je Unterforum' });
  expect(await within(activity).findByRole('row', { name: /Filme und Musik.*\+2/ })).toBeTruthy();
  const freshness = screen.getByRole('region', { name: 'Wie frisch die Zahlen sind' });
  expect(within(freshness).getByText(/hat sich noch keine Zahl geändert/)).toBeTruthy();
  send('refreshed', { generation: 1_312, scopes: [{ year: 2026, bid: 43 }], observed_at: at, at }, '3');
  expect(await within(freshness).findByText(/\d{2}:\d{2}:\d{2}/)).toBeTruthy();
});

test('claims no speed while the crawler rests, and no work where there was none', async () => {
  open('/live');
  await screen.findByRole('heading', { level: 1, name: 'Live' });
  const none = { done: 0, total: 0 };
  send(
    'progress',
    {
      state: 'idle',
      pass: 4,
      boards: { done: 9, total: 9 },
      threads: none,
      posts: none,
      requests: 10,
      requests_per_second: 866.7,
      posts_per_second: 866.7,
      seconds_left: null,
      started_at: at,
      at,
    },
    '1',
  );
  const crawler = screen.getByRole('region', { name: 'Der Crawler' });
  expect(await within(crawler).findAllByText('nichts Neues')).toHaveLength(2);
  expect(within(crawler).queryByText(/866/)).toBeNull();
});

test('says that it is cut off', async () => {
  open('/live');
  await screen.findByRole('heading', { level: 1, name: 'Live' });
  act(() => FakeEventSource.latest.break());
  expect(screen.getByText('Getrennt', { selector: 'main *' })).toBeTruthy();
});
