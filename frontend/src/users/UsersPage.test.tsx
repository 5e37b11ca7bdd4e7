import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ApiError } from '../api/client';
import { anyUser, posters } from '../testing/forum';
import { open } from '../testing/open';
import { server } from '../testing/server';
import { userCsv } from './CsvButton';

const firstRow = async () => (await screen.findAllByRole('row'))[1]!;

test('shows the users with the most posts first', async () => {
  open('/users');
  const row = await firstRow();
  expect(within(row).getByRole('link').textContent).toBe(posters[0]!.User.name);
  expect(row.textContent).toContain('48.000');
});

test('lets the server sort and keeps the order in the address', async () => {
  const page = open('/users');
  await userEvent.click(await screen.findByRole('button', { name: /Zitate/ }));
  await waitFor(() => expect(page.address()).toBe('/users?sort=quotes_count'));
  await waitFor(() => expect(server.asked.some((url) => url.includes('order_by=quotes_count'))).toBe(true));
  await userEvent.click(screen.getByRole('button', { name: /Zitate/ }));
  await waitFor(() => expect(page.address()).toBe('/users?sort=quotes_count&order=asc'));
  const header = screen.getByRole('columnheader', { name: /Zitate/ });
  expect(header.getAttribute('aria-sort')).toBe('ascending');
  page.back();
  await waitFor(() => expect(page.address()).toBe('/users?sort=quotes_count'));
});

test('asks for the year and the board of the address', async () => {
  open('/users?year=2011&board=14');
  await firstRow();
  expect(server.asked).toContain('/api/poster-stats?year=2011&bid=14&order_by=post_count&order=desc&limit=100');
});

test('reads on until the user to jump to is in the list', async () => {
  open('/users?jump=1150');
  await waitFor(() => expect(server.asked.filter((url) => url.includes('following_uid'))).toHaveLength(3));
  await waitFor(() => expect(screen.queryByText(/Suche in der Liste/)).toBeNull());
});

test('says when the user to jump to has no post in the selection', async () => {
  server.answerWith((url) => (url.startsWith('/api/poster-stats') ? { rows: posters.slice(0, 3) } : undefined));
  open('/users?jump=9');
  expect(await screen.findByText(`${anyUser(9).name} hat in dieser Auswahl keinen Beitrag.`)).toBeTruthy();
});

test('says why a selection is empty and offers to leave it', async () => {
  server.answerWith((url) => (url.startsWith('/api/poster-stats') ? { rows: [] } : undefined));
  const page = open('/users?year=2004');
  expect(await screen.findByText('In der Auswahl „2004, Alle Foren“ steht kein Beitrag.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Ganze Auswahl zeigen' }));
  await waitFor(() => expect(page.address()).toBe('/users'));
});

test('puts a refused question in words and asks again on demand', async () => {
  let refuse = true;
  server.answerWith((url) => {
    if (refuse && url.startsWith('/api/poster-stats')) throw new ApiError(400, 'Malformed request argument year: x');
    return undefined;
  });
  open('/users');
  expect((await screen.findByRole('alert')).textContent).toContain('Malformed request argument year: x');
  refuse = false;
  await userEvent.click(screen.getByRole('button', { name: 'Noch einmal versuchen' }));
  await firstRow();
});

test('finds a user by part of a name with the keyboard', async () => {
  const page = open('/users');
  await userEvent.type(await screen.findByRole('combobox', { name: 'Zu einem Namen springen' }), 'ronix');
  const found = await screen.findByRole('listbox');
  expect(within(found).getAllByRole('option').length).toBeGreaterThan(1);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(page.address()).toMatch(/jump=\d+/));
});

test('quotes what would break a line of CSV', () => {
  const row = { ...posters[0]!, User: { uid: 7, name: 'a,"b"', aliases: [] } };
  expect(userCsv('en', [row]).split('\r\n')[1]).toBe('7,"a,""b""",48000,5280,120,533,20160,18240');
});
