import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { anyUser } from '../testing/forum';
import { open } from '../testing/open';
import { server } from '../testing/server';

test('shows numbers, former names, profile, domains and relations of a user', async () => {
  open('/user/5?year=2011');
  expect(await screen.findByRole('heading', { level: 1, name: anyUser(5).name })).toBeTruthy();
  expect(screen.getByText(anyUser(5).aliases[0]!)).toBeTruthy();
  expect(await screen.findByText('Stammgast')).toBeTruthy();
  const quotes = await screen.findByRole('region', { name: 'Zitiert am häufigsten' });
  expect(await within(quotes).findByRole('link', { name: anyUser(40).name })).toBeTruthy();
  expect(server.asked).toContain('/api/user-relations?uid=5&year=2011&limit=25');
  expect(server.asked).toContain('/api/user-domains?uid=5&year=2011&limit=25');
});

test('says that there is no such user', async () => {
  open('/user/999999');
  expect(await screen.findByText('Diesen Benutzer gibt es nicht.')).toBeTruthy();
});

test('finds a user by part of a name', async () => {
  const page = open('/user?lang=en');
  await userEvent.type(await screen.findByRole('combobox', { name: 'Name' }), 'xyz');
  expect(await screen.findByText('No name contains “xyz”.')).toBeTruthy();
  await userEvent.clear(screen.getByRole('combobox', { name: 'Name' }));
  await userEvent.type(screen.getByRole('combobox', { name: 'Name' }), 'ronix');
  const found = await screen.findByRole('listbox');
  await userEvent.click(within(found).getAllByRole('option')[0]!);
  await waitFor(() => expect(page.address()).toMatch(/^\/user\/\d+\?lang=en$/));
});

test('tells the figures of the chosen year, and what does not follow the chosen board', async () => {
  open('/user/1?year=2011&board=14');
  const figures = await screen.findByRole('region', { name: 'Kennzahlen, 2011, Public Offtopic' });
  await waitFor(() => expect(within(figures).getAllByRole('definition')[0]!.textContent).toBe('4.550'));
  const domains = await screen.findByRole('region', { name: 'Lieblingsdomains' });
  expect(within(domains).getByText(/nicht nach Unterforen/)).toBeTruthy();
});

test('keeps quotes of oneself out of the lists, as a figure', async () => {
  const row = (uid: number, count: number) => ({ User: anyUser(uid), count });
  server.answerWith((url) =>
    url.startsWith('/api/user-relations')
      ? { quotes: [row(1, 112), row(2, 25)], quoted_by: [row(1, 112), row(3, 4)] }
      : undefined,
  );
  open('/user/1');
  const names = (panel: HTMLElement) =>
    within(panel)
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent);
  const quotes = await screen.findByRole('region', { name: 'Zitiert am häufigsten' });
  expect(await within(quotes).findByText('Selbstzitate: 112 Mal')).toBeTruthy();
  expect(names(quotes)).toEqual([anyUser(2).name]);
  expect(names(screen.getByRole('region', { name: 'Wird am häufigsten zitiert von' }))).toEqual([anyUser(3).name]);
});

test('says first who it is', async () => {
  open('/user/1');
  await screen.findByRole('region', { name: 'Kennzahlen' });
  const panels = [...document.querySelectorAll('main section h2')].map((heading) => heading.textContent);
  expect(panels.slice(0, 2)).toEqual(['Profil', 'Kennzahlen']);
});

test('begins in its field and suggests someone', async () => {
  open('/user');
  expect(await screen.findByRole('combobox', { name: 'Name' })).toBe(document.activeElement);
  expect(await screen.findByRole('link', { name: anyUser(1).name })).toBeTruthy();
});
