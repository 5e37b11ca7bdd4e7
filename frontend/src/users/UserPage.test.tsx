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
  const quotes = await screen.findByRole('region', { name: 'Zitiert am meisten' });
  expect(await within(quotes).findByRole('link', { name: anyUser(40).name })).toBeTruthy();
  expect(server.asked).toContain('/api/user-relations?uid=5&year=2011&limit=25');
  expect(server.asked).toContain('/api/user-domains?uid=5&year=2011&limit=25');
  expect(screen.getByRole('button', { name: 'CSV herunterladen' })).toBeTruthy();
});

test('says that there is no such user', async () => {
  open('/user/999999');
  expect(await screen.findByText('Diesen Benutzer gibt es nicht.')).toBeTruthy();
});

test('finds a user by part of a name', async () => {
  const page = open('/user?lang=en');
  await userEvent.type(await screen.findByRole('combobox', { name: 'Name' }), 'xyz');
  expect(await screen.findByText('Nobody is or was called “xyz”.')).toBeTruthy();
  await userEvent.clear(screen.getByRole('combobox', { name: 'Name' }));
  await userEvent.type(screen.getByRole('combobox', { name: 'Name' }), 'ronix');
  const found = await screen.findByRole('listbox');
  await userEvent.click(within(found).getAllByRole('option')[0]!);
  await waitFor(() => expect(page.address()).toMatch(/^\/user\/\d+\?lang=en$/));
});
