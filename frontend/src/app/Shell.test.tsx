import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { FakeEventSource } from '../testing/FakeEventSource';
import { open } from '../testing/open';
import { server } from '../testing/server';
import { speak } from '../testing/setup';

test('leads from the root to the users and keeps the selection', async () => {
  const page = open('/?year=2012');
  await waitFor(() => expect(page.address()).toBe('/users?year=2012'));
});

test('changes its language, which is part of the address where it is English', async () => {
  const page = open('/users');
  expect(await screen.findByRole('heading', { level: 1, name: 'Benutzer' })).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'English' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Users' })).toBeTruthy();
  expect(page.address()).toBe('/users?lang=en');
  await waitFor(() => expect(document.documentElement.lang).toBe('en'));
});

test('takes year, board and language along to the next page', async () => {
  const page = open('/users?year=2011&board=14&lang=en&sort=edit_count');
  await userEvent.click(await screen.findByRole('link', { name: 'Weekdays' }));
  await screen.findByRole('heading', { level: 1, name: 'Weekdays' });
  expect(page.address()).toBe('/weekdays?year=2011&board=14&lang=en');
});

test('changes the year by the strip of years', async () => {
  const page = open('/years?board=14');
  await userEvent.click(await screen.findByRole('radio', { name: '2011' }));
  await waitFor(() => expect(page.address()).toBe('/years?board=14&year=2011'));
  await userEvent.click(screen.getByRole('radio', { name: 'Alle Jahre' }));
  await waitFor(() => expect(page.address()).toBe('/years?board=14'));
});

test('ignores what makes no sense in an address', async () => {
  open('/users?year=abc&board=-3&sort=nonsense');
  await screen.findAllByRole('row');
  expect(server.asked).toContain('/api/poster-stats?order_by=post_count&order=desc&limit=100');
});

test('says that a page does not exist', async () => {
  open('/nothing');
  expect(await screen.findByRole('heading', { level: 1, name: 'Diese Seite gibt es nicht.' })).toBeTruthy();
});

test('says when the live stream is lost and reconnects on demand', async () => {
  open('/users');
  await screen.findAllByRole('row');
  FakeEventSource.latest.break();
  await userEvent.click(await screen.findByRole('button', { name: 'Jetzt verbinden' }));
  FakeEventSource.latest.open();
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Jetzt verbinden' })).toBeNull());
});

test('fetches the numbers anew when their scope is refreshed, and only then', async () => {
  open('/years?board=14');
  await screen.findByRole('table');
  const asked = () => server.asked.filter((url) => url === '/api/year-over-year-stats?bid=14').length;
  const before = asked();
  FakeEventSource.latest.send('refreshed', { scopes: [{ year: 2026, bid: 43 }] }, '1');
  FakeEventSource.latest.send('refreshed', { scopes: [{ year: 2026, bid: 43 }] }, '2');
  await waitFor(() => expect(server.asked.at(-1)).not.toBe(undefined));
  expect(asked()).toBe(before);
  FakeEventSource.latest.send('refreshed', { scopes: [{ year: 2026, bid: 14 }] }, '3');
  await waitFor(() => expect(asked()).toBe(before + 1), { timeout: 3_000 });
});

test('remembers the language that was chosen', async () => {
  open('/years');
  await userEvent.click(await screen.findByRole('radio', { name: 'English' }));
  await screen.findByRole('heading', { level: 1, name: 'Years' });
  cleanup();
  const page = open('/weekdays');
  expect(await screen.findByRole('heading', { level: 1, name: 'Weekdays' })).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'Deutsch' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Wochentage' })).toBeTruthy();
  expect(page.address()).toBe('/weekdays');
});

test.each([
  [['en-US', 'de'], 'Users'],
  [['de-AT'], 'Benutzer'],
  [['fr', 'de'], 'Benutzer'],
  [['fr'], 'Users'],
])('speaks to a browser of %j', async (languages, heading) => {
  speak(...languages);
  open('/users');
  expect(await screen.findByRole('heading', { level: 1, name: heading })).toBeTruthy();
});

test('says in the title of the tab what is chosen, and takes it back part by part', async () => {
  const page = open('/users?year=2009&board=95');
  await waitFor(() => expect(document.title).toBe('Benutzer, 2009, Sport · potstats2'));
  await userEvent.click(await screen.findByRole('button', { name: 'Auswahl „2009“ aufheben' }));
  await waitFor(() => expect(page.address()).toBe('/users?board=95'));
  await userEvent.click(screen.getByRole('button', { name: 'Auswahl „Sport“ aufheben' }));
  await waitFor(() => expect(page.address()).toBe('/users'));
});

test('is one step of the history, however many years the arrow keys went through', async () => {
  const page = open('/users');
  (await screen.findByRole('radio', { name: 'Alle Jahre' })).focus();
  for (let year = 0; year < 5; year++) await userEvent.keyboard('{ArrowRight}');
  await waitFor(() => expect(page.address()).toBe('/users?year=2007'));
  page.back();
  await waitFor(() => expect(page.address()).toBe('/users'));
});

test('leaves no year out of the strip, whatever board is chosen', async () => {
  const row = (year: number) => ({
    year,
    post_count: 1,
    edit_count: 0,
    threads_created: 0,
    active_users: 1,
    avg_post_length: 9,
  });
  server.answerWith((url) => {
    if (url === '/api/year-over-year-stats') return { rows: [row(2010), row(2015)] };
    if (url.startsWith('/api/year-over-year-stats')) return { rows: [row(2011), row(2014)] };
    return undefined;
  });
  open('/years?board=14');
  const table = await screen.findByRole('table');
  await waitFor(() => expect(screen.getAllByRole('radio', { name: /^\d{4}$/ })).toHaveLength(6));
  const years = [...table.querySelectorAll('tbody th')].map((cell) => cell.textContent);
  expect(years).toEqual(['2011', '2012', '2013', '2014']);
});

test('asks nothing for a page without numbers', async () => {
  open('/about');
  await screen.findByRole('heading', { level: 1 });
  await screen.findByText('Ein Forumsmitglied');
  FakeEventSource.latest.send('refreshed', { scopes: [] }, '1');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(new Set(server.asked)).toEqual(new Set(['/api/', '/api/imprint']));
  expect(server.asked).toHaveLength(2);
});

test('says what does not apply to a page instead of showing it', async () => {
  open('/links?board=14');
  expect(await screen.findByText('Links werden nicht nach Unterforen getrennt gezählt.')).toBeTruthy();
  expect(screen.queryByRole('combobox', { name: 'Unterforum' })).toBeNull();
  expect(screen.getByRole('heading', { level: 1, name: 'Links' })).toBeTruthy();
});

test.each(['/', '{Control>}k{/Control}'])('finds a user from every page by %s', async (keys) => {
  const page = open('/about?year=2011');
  const finder = await screen.findByRole('combobox', { name: 'Benutzer finden' });
  await userEvent.keyboard(keys);
  expect(document.activeElement).toBe(finder);
  await userEvent.keyboard('ronix');
  await userEvent.click((await screen.findAllByRole('option'))[0]!);
  await waitFor(() => expect(page.address()).toMatch(/^\/user\/\d+\?year=2011$/));
  expect((finder as HTMLInputElement).value).toBe('');
});

test('leaves a slash to whoever writes one', async () => {
  open('/users');
  const jump = await screen.findByRole('combobox', { name: 'Zu einem Namen springen' });
  await userEvent.type(jump, 'a/b');
  expect((jump as HTMLInputElement).value).toBe('a/b');
});
