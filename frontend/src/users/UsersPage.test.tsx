import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ApiError } from '../api/client';
import { anyUser, posters } from '../testing/forum';
import { open } from '../testing/open';
import { saved } from '../testing/saved';
import { server } from '../testing/server';

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
  expect(await screen.findByText('In der Auswahl „2004, Alle Unterforen“ steht kein Beitrag.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Auswahl aufheben' }));
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

test('saves every row as a file that says what was chosen', async () => {
  const named = { ...posters[0]!, User: { uid: 7, name: '=a;"b"', aliases: [] }, avg_post_length: 1_234 };
  server.answerWith((url) => (url.startsWith('/api/poster-stats') ? { rows: [named] } : undefined));
  open('/users?year=2009&board=95');
  await screen.findByRole('button', { name: 'Auswahl „Sport“ aufheben' });
  const { name, text } = await saved(() => userEvent.click(screen.getByRole('button', { name: 'CSV herunterladen' })));
  expect(name).toBe('potstats2-benutzer-2009-sport.csv');
  expect(text).toBe(
    '\uFEFFBenutzernummer;Name;Beiträge;Edits;Ø Zeichen;Threads;Wurde zitiert;Zitate\r\n' +
      '7;"\'=a;""b""";48000;5280;1234;533;20160;18240\r\n',
  );
  expect(server.asked.at(-1)).toBe('/api/poster-stats?year=2009&bid=95&order_by=post_count&order=desc&limit=10000');
});

test('marks numbers of the selection before until those of the new one are there', async () => {
  let answer: (() => void) | undefined;
  server.answerWith((url) =>
    url.startsWith('/api/poster-stats?year=2009')
      ? new Promise((resolve) => (answer = () => resolve({ rows: posters.slice(0, 1) })))
      : undefined,
  );
  open('/users');
  await firstRow();
  expect(screen.getByRole('table').closest('[aria-busy]')).toBeNull();
  await userEvent.click(await screen.findByRole('radio', { name: '2009' }));
  await waitFor(() => expect(screen.getByRole('table').closest('[aria-busy=true]')).toBeTruthy());
  expect(screen.queryByText('mehr als 100 Benutzer')).toBeNull();
  act(() => answer!());
  await screen.findByText('1 Benutzer');
  expect(screen.getByRole('table').closest('[aria-busy]')).toBeNull();
});

test('gives equal numbers one rank, and the smallest the last', async () => {
  const rows = [9, 4, 4].map((post_count, index) => ({ ...posters[index]!, post_count }));
  server.answerWith((url) => {
    if (!url.startsWith('/api/poster-stats')) return undefined;
    return { rows: url.includes('order=asc') ? rows.toReversed() : rows };
  });
  open('/users?order=asc');
  await firstRow();
  const ranks = screen.getAllByRole('row').map((row) => within(row).queryAllByRole('cell')[0]?.textContent);
  expect(ranks.slice(1)).toEqual(['2', '2', '1']);
});

test('says that there are more users of a name than are shown', async () => {
  open('/users');
  await userEvent.type(await screen.findByRole('combobox', { name: 'Zu einem Namen springen' }), 'a');
  await screen.findAllByText('mehr als 12 gefunden');
  expect(within(screen.getByRole('listbox')).getAllByRole('option')).toHaveLength(12);
});
