import { expect, test } from 'vitest';
import type { Board, PosterDevelopment, PosterPage, Rows, YearRow } from '../src/api/types.ts';
import { de } from '../src/i18n/de.ts';
import { en } from '../src/i18n/en.ts';
import { nameOf } from './names.ts';
import { shown } from './shown.ts';
import { ask, inBrowser, visit } from './system.ts';

const german = (value: number) => value.toLocaleString('de-DE');

/** A year before the newest one, its largest board, and who writes most there. */
async function somewhere() {
  const { rows: years } = await ask<Rows<YearRow>>('/api/year-over-year-stats');
  const { year } = years.at(-5)!;
  const { rows: boards } = await ask<Rows<Board>>(`/api/boards?year=${year}`);
  const board = boards.reduce((most, one) => (one.post_count > most.post_count ? one : most));
  const { rows } = await ask<PosterPage>(`/api/poster-stats?year=${year}&bid=${board.bid}&limit=2`);
  return { year, board, poster: rows.find((row) => row.User.uid !== 0)! };
}

inBrowser('the selection', () => {
  test('gives a user one number on the page, in the list and in the answer', async () => {
    const { year, board, poster } = await somewhere();
    const { uid } = poster.User;
    const { years } = await ask<PosterDevelopment>(`/api/poster-development?uid=${uid}&bid=${board.bid}`);
    expect(years[year]!.post_count).toBe(poster.post_count);
    await visit(`/user/${uid}?year=${year}&board=${board.bid}`, async ({ page }) => {
      await shown(page, nameOf(poster.User));
      const figures = page.getByRole('region', { name: de.user.keyOf(`${year}, ${board.name}`) });
      const posts = figures.getByRole('term').filter({ hasText: de.statistics.post_count });
      await expect
        .poll(() => posts.locator('xpath=following-sibling::dd').textContent())
        .toBe(german(poster.post_count));
      expect(await page.title()).toBe(`${nameOf(poster.User)}, ${year}, ${board.name} · potstats2`);
    });
  });

  test('marks old numbers until the new ones are there', async () => {
    const { year } = await somewhere();
    await visit('/users', async ({ page }) => {
      await shown(page, de.users.title);
      await page.route(`**/api/poster-stats?year=${year}*`, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        await route.continue();
      });
      await page.getByRole('radio', { name: String(year), exact: true }).check({ force: true });
      await page.locator('[aria-busy=true]').getByRole('table').waitFor();
      await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    });
  });

  test('of a day and of a year never contradict each other', async () => {
    const { year } = await somewhere();
    await visit(`/days?year=${year}&day=${year + 1}-05-12`, async ({ page }) => {
      await shown(page, de.days.title);
      await page.waitForURL(`**/days?year=${year + 1}&day=${year + 1}-05-12`);
      await page.getByRole('radio', { name: String(year), exact: true }).check({ force: true });
      await page.waitForURL(`**/days?year=${year}`);
    });
  });

  test('of a language is remembered, and else the one of the browser', async () => {
    await visit(
      '/years',
      async ({ page }) => {
        await shown(page, en.periods.years);
        await page.getByRole('radio', { name: de.languageName }).check({ force: true });
        await shown(page, de.periods.years);
        await page.goto('/weekdays');
        await shown(page, de.periods.weekdays);
      },
      { locale: 'en-GB' },
    );
  });
});
