import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { open } from '../testing/open';

test('leaves out weaker relations as the slider says, and the address keeps it', async () => {
  const page = open('/graph?limit=100');
  const all = Number((await screen.findByText(/Beziehungen zwischen/)).textContent.split(' ')[0]);
  fireEvent.change(screen.getByRole('slider'), { target: { value: 10 } });
  await waitFor(() => expect(page.address()).toMatch(/^\/graph\?limit=100&from=\d+$/));
  await waitFor(() =>
    expect(Number(screen.getByText(/Beziehungen zwischen/).textContent.split(' ')[0])).toBeLessThan(all),
  );
});
