import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { anyUser } from '../testing/forum';
import { open } from '../testing/open';
import { server } from '../testing/server';

test('shows whose links to a domain they are', async () => {
  const page = open('/links?year=2011');
  await userEvent.click(await screen.findByRole('radio', { name: 'Bilder' }));
  await userEvent.click(await screen.findByRole('button', { name: 'heise.de' }));
  await waitFor(() => expect(page.address()).toBe('/links?year=2011&type=image&domain=heise.de'));
  const whose = await screen.findByRole('region', { name: 'Wer heise.de verlinkt' });
  expect(await within(whose).findByRole('link', { name: anyUser(3).name })).toBeTruthy();
  expect(server.asked).toContain('/api/domains?year=2011&type=image&limit=500');
  expect(server.asked).toContain('/api/user-domains?domain=heise.de&type=image&year=2011&limit=100');
});
