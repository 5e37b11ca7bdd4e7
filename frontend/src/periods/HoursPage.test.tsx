import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ApiError } from '../api/client';
import { open } from '../testing/open';
import { server } from '../testing/server';

test('puts a number where weekday and hour meet', async () => {
  server.answerWith((address) =>
    address.startsWith('/api/hourly-stats')
      ? {
          rows: [
            {
              weekday_hour: '5 17',
              post_count: 1_234,
              edit_count: 7,
              threads_created: 1,
              active_users: 3,
              avg_post_length: 90,
            },
          ],
        }
      : undefined,
  );
  open('/hours?stat=edit_count');
  const friday = await screen.findByRole('row', { name: /^Freitag/ });
  expect(
    within(friday)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(Array.from({ length: 24 }, (_, hour) => (hour === 17 ? '7' : '0')));
  expect(screen.getByText('Uhrzeiten und Tage in der Zeitzone Europe/Berlin')).toBeTruthy();
  expect(screen.getByText('Spitze: freitags 17-18 Uhr, 7 Edits')).toBeTruthy();
});

test('says why there is nothing to show', async () => {
  server.answerWith((address) => (address.startsWith('/api/hourly-stats') ? { rows: [] } : undefined));
  open('/hours?year=2011&board=14');
  expect(await screen.findByText(/2011, Public Offtopic/)).toBeTruthy();
});

test('says in words what went wrong and tries again on demand', async () => {
  let broken = true;
  server.answerWith((address) => {
    if (broken && address.startsWith('/api/hourly-stats'))
      throw new ApiError(400, 'Malformed request argument year: x');
    return undefined;
  });
  open('/hours');
  expect((await screen.findByRole('alert')).textContent).toContain('Malformed request argument year: x');
  broken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Noch einmal versuchen' }));
  expect(await screen.findByRole('row', { name: /^Montag/ })).toBeTruthy();
});
