import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { FakeEventSource } from '../testing/FakeEventSource';
import { open } from '../testing/open';
import { server } from '../testing/server';

test('leads from the root to the users and keeps the selection', async () => {
  const page = open('/?year=2012');
  await waitFor(() => expect(page.address()).toBe('/users?year=2012'));
});

test('speaks German unless the address says English', async () => {
  const page = open('/users');
  expect(await screen.findByRole('heading', { level: 1, name: 'Benutzer' })).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'English' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Users' })).toBeTruthy();
  expect(page.address()).toBe('/users?lang=en');
  await waitFor(() => expect(document.documentElement.lang).toBe('en'));
});

test('takes year, board and language along to the next page', async () => {
  const page = open('/users?year=2011&board=14&lang=en&sort=edit_count');
  await userEvent.click(await screen.findByRole('link', { name: 'Weekdays' }));
  await screen.findByRole('heading', { level: 1, name: 'Weekdays' });
  expect(page.address()).toBe('/weekdays?year=2011&board=14&lang=en');
});

test('changes the year by the strip of years', async () => {
  const page = open('/years?board=14');
  await userEvent.click(await screen.findByRole('radio', { name: '2011' }));
  await waitFor(() => expect(page.address()).toBe('/years?board=14&year=2011'));
  await userEvent.click(screen.getByRole('radio', { name: 'Alle Jahre' }));
  await waitFor(() => expect(page.address()).toBe('/years?board=14'));
});

test('ignores what makes no sense in an address', async () => {
  open('/users?year=abc&board=-3&sort=nonsense');
  await screen.findAllByRole('row');
  expect(server.asked).toContain('/api/poster-stats?order_by=post_count&order=desc&limit=100');
});

test('says that a page does not exist', async () => {
  open('/nothing');
  expect(await screen.findByRole('heading', { level: 1, name: 'Diese Seite gibt es nicht.' })).toBeTruthy();
});

test('says when the live stream is lost and reconnects on demand', async () => {
  open('/users');
  await screen.findAllByRole('row');
  FakeEventSource.latest.break();
  await userEvent.click(await screen.findByRole('button', { name: 'Jetzt verbinden' }));
  FakeEventSource.latest.open();
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Jetzt verbinden' })).toBeNull());
});

test('fetches the numbers anew when their scope is refreshed, and only then', async () => {
  open('/years?board=14');
  await screen.findByRole('table');
  const asked = () => server.asked.filter((url) => url === '/api/year-over-year-stats?bid=14').length;
  const before = asked();
  FakeEventSource.latest.send('refreshed', { scopes: [{ year: 2026, bid: 43 }] }, '1');
  FakeEventSource.latest.send('refreshed', { scopes: [{ year: 2026, bid: 43 }] }, '2');
  await waitFor(() => expect(server.asked.at(-1)).not.toBe(undefined));
  expect(asked()).toBe(before);
  FakeEventSource.latest.send('refreshed', { scopes: [{ year: 2026, bid: 14 }] }, '3');
  await waitFor(() => expect(asked()).toBe(before + 1), { timeout: 3_000 });
});
