import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { open } from '../testing/open';

test('shows boards with their share of all posts and chooses one for all pages', async () => {
  const page = open('/boards');
  const table = await screen.findByRole('table', { name: 'Unterforen und ihre Zahlen' });
  const [, first, second] = within(table).getAllByRole('row');
  expect(within(first!).getByRole('rowheader').textContent).toContain('Public Offtopic');
  expect(
    within(first!)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toContain('420.000');
  await userEvent.click(within(second!).getByRole('button', { name: 'Filme und Musik' }));
  await waitFor(() => expect(page.address()).toBe('/boards?board=43'));
});
