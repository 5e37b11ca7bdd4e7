import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { open } from '../testing/open';
import { server } from '../testing/server';

test('shows the newest year and the numbers of a day that is chosen by keyboard', async () => {
  const page = open('/days');
  expect(await screen.findByRole('heading', { name: 'Beiträge je Tag, 2026' })).toBeTruthy();
  (await screen.findByRole('listbox')).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowDown}{Enter}');
  await waitFor(() => expect(page.address()).toBe('/days?day=2026-01-09&year=2026'));
  expect(await screen.findByRole('heading', { name: 'Freitag, 9. Januar 2026' })).toBeTruthy();
});

test('shows the year of its day, whatever year the address says', async () => {
  const page = open('/days?year=2012&day=2010-05-12');
  expect(await screen.findByRole('heading', { name: 'Beiträge je Tag, 2010' })).toBeTruthy();
  expect(page.address()).toContain('year=2010');
  expect(await screen.findByRole('radio', { name: '2010', checked: true })).toBeTruthy();
});

test('forgets its day when another year is chosen', async () => {
  const page = open('/days?year=2009&day=2009-05-11');
  await screen.findByRole('heading', { name: 'Montag, 11. Mai 2009' });
  await userEvent.click(await screen.findByRole('radio', { name: '2012' }));
  expect(await screen.findByRole('heading', { name: 'Beiträge je Tag, 2012' })).toBeTruthy();
  expect(page.address()).toBe('/days?year=2012');
});

test('takes a day that never was for none', async () => {
  open('/days?day=2009-02-30');
  expect(await screen.findByRole('heading', { name: 'Beiträge je Tag, 2026' })).toBeTruthy();
  expect(screen.queryByRole('heading', { name: /2009/ })).toBeNull();
});

test('tells days to come from days without posts', async () => {
  const year = new Date().getFullYear() + 1;
  server.answerWith((url) =>
    url.startsWith('/api/daily-stats') ? { series: [{ name: 2, series: [{ name: 'Montag', value: 3 }] }] } : undefined,
  );
  open(`/days?year=${year}`);
  await screen.findByRole('heading', { name: `Beiträge je Tag, ${year}` });
  expect(document.querySelectorAll('[data-future][aria-label*="noch nicht gewesen"]').length).toBeGreaterThan(360);
});
