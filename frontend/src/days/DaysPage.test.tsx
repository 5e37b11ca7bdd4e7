import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { open } from '../testing/open';

test('shows the newest year and the numbers of a day that is chosen by keyboard', async () => {
  const page = open('/days');
  expect(await screen.findByRole('heading', { name: 'Beiträge je Tag, 2026' })).toBeTruthy();
  (await screen.findByRole('listbox')).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowDown}{Enter}');
  await waitFor(() => expect(page.address()).toBe('/days?day=2026-01-09'));
  expect(await screen.findByRole('heading', { name: 'Freitag, 9. Januar 2026' })).toBeTruthy();
});
