import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PERIOD_STATISTICS } from '../src/api/queries.ts';
import type {
  Board,
  Day,
  DomainRow,
  Edge,
  HeatMap,
  HourRow,
  Relations,
  Rows,
  PosterPage,
  UserDomainRow,
  WeekdayRow,
  YearRow,
} from '../src/api/types.ts';
import { calendar } from '../src/days/calendar.ts';
import { de } from '../src/i18n/de.ts';
import { en } from '../src/i18n/en.ts';
import { formats } from '../src/i18n/formats.ts';
import { nameOf } from './names.ts';
import { ask, inBrowser, visit } from './system.ts';
import { shown } from './shown.ts';

const german = (value: number) => value.toLocaleString('de-DE');

/** The rows of a table, cell by cell. */
const cells = (page: Page, table: string) =>
  page
    .locator(table)
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));

/** A year and a board that something was written in. */
async function somewhere(): Promise<{ year: number; board: Board }> {
  const { rows: years } = await ask<Rows<YearRow>>('/api/year-over-year-stats');
  const { year } = years.at(-3)!;
  const { rows: boards } = await ask<Rows<Board>>(`/api/boards?year=${year}`);
  return { year, board: boards.reduce((most, board) => (board.post_count > most.post_count ? board : most)) };
}

inBrowser('numbers', () => {
  test('of weekdays are those of the API, for the chosen year and board', async () => {
    const { year, board } = await somewhere();
    const { rows } = await ask<Rows<WeekdayRow>>(`/api/weekday-stats?year=${year}&bid=${board.bid}`);
    await visit(`/weekdays?year=${year}&board=${board.bid}&stat=edit_count`, async ({ page }) => {
      await shown(page, de.periods.weekdays);
      const table = await cells(page, 'main table');
      expect(table.map((row) => row.slice(1))).toEqual(
        rows.map((row) => PERIOD_STATISTICS.map((name) => german(row[name]))),
      );
    });
  });

  test('of hours stand in the cell of their weekday, and in the language of the link after a reload', async () => {
    const { year, board } = await somewhere();
    const { rows } = await ask<Rows<HourRow>>(`/api/hourly-stats?year=${year}&bid=${board.bid}`);
    await visit(`/hours?year=${year}&board=${board.bid}&stat=active_users&lang=en`, async ({ page }) => {
      for (const reloads of [0, 1]) {
        if (reloads) await page.reload();
        await shown(page, en.periods.hours);
        const table = await cells(page, 'main table');
        expect(table.map((row) => row[0])).toEqual([
          'Monday',
          'Tuesday',
          'Wednesday',
          'Thursday',
          'Friday',
          'Saturday',
          'Sunday',
        ]);
        for (const row of rows) {
          const [weekday, hour] = row.weekday_hour.split(' ').map(Number) as [number, number];
          expect(table[weekday - 1]![hour + 1], row.weekday_hour).toBe(String(row.active_users));
        }
        expect(await page.getByRole('combobox', { name: en.scope.board }).inputValue()).toBe(String(board.bid));
      }
    });
  });

  test('of boards are those of the API, the largest first', async () => {
    const { rows } = await ask<Rows<Board>>('/api/boards?year=2010');
    await visit('/boards?year=2010', async ({ page }) => {
      await shown(page, de.boards.title);
      const table = await cells(page, `main [aria-label="${de.boards.table}"] table`);
      const expected = rows.toSorted((a, b) => b.post_count - a.post_count || a.bid - b.bid);
      expect(table.map((row) => [row[1], row[3]])).toEqual(
        expected.map((row) => [german(row.post_count), german(row.thread_count)]),
      );
    });
  });

  test('of a day are those of the API', async () => {
    const { year } = await somewhere();
    const days = calendar(year, await ask<HeatMap>(`/api/daily-stats?year=${year}&statistic=post_count`));
    const { date } = days.reduce((most, day) => (day.value > most.value ? day : most));
    const day = await ask<Day>(`/api/day?date=${date}`);
    await visit(`/days?year=${year}&day=${day.date}`, async ({ page }) => {
      await shown(page, de.days.title);
      const panel = page.getByRole('region', { name: formats('de').longDate(day.date) });
      for (const statistic of PERIOD_STATISTICS) {
        const term = panel.getByRole('term').filter({ hasText: de.statistics[statistic] });
        expect(await term.locator('xpath=following-sibling::dd').textContent()).toBe(german(day[statistic]));
      }
    });
  });

  test('of links lead to whose they are', async () => {
    const { rows } = await ask<Rows<DomainRow>>('/api/domains?type=link&limit=500');
    const first = rows[0]!;
    const { rows: whose } = await ask<Rows<UserDomainRow>>(
      `/api/user-domains?type=link&limit=100&domain=${encodeURIComponent(first.domain)}`,
    );
    await visit('/links?type=link', async ({ page }) => {
      await shown(page, de.links.title);
      expect(await cells(page, 'main table')).toEqual(rows.map((row) => [row.domain, german(row.count)]));
      await page.getByRole('button', { name: first.domain, exact: true }).click();
      const panel = page.getByRole('region', { name: de.links.whose(first.domain) });
      await panel.getByRole('table').waitFor();
      expect(new URL(page.url()).searchParams.get('domain')).toBe(first.domain);
      const users = panel.getByRole('row').filter({ has: page.getByRole('link') });
      expect(await users.allTextContents()).toEqual(whose.map((row) => nameOf(row.User) + german(row.count)));
      await page.goBack();
      await panel.waitFor({ state: 'detached' });
    });
  });

  test('of a user name whom he quotes and who quotes him', async () => {
    const { rows } = await ask<PosterPage>('/api/poster-stats?order_by=quotes_count&limit=1');
    const { User: user } = rows[0]!;
    const relations = await ask<Relations>(`/api/user-relations?uid=${user.uid}&limit=25`);
    await visit(`/user/${user.uid}`, async ({ page }) => {
      await shown(page, nameOf(user));
      for (const [title, expected] of [
        [de.user.quotes, relations.quotes],
        [de.user.quotedBy, relations.quoted_by],
      ] as const) {
        const panel = page.getByRole('region', { name: title });
        const shownRows = await panel
          .getByRole('row')
          .filter({ has: page.getByRole('link') })
          .allTextContents();
        const others = expected.filter((row) => row.User.uid !== user.uid);
        expect(shownRows).toEqual(others.map((row) => nameOf(row.User) + german(row.count)));
      }
    });
  });

  test('of quotes are drawn, and thinned out by the slider', async () => {
    const answer = await ask<Rows<Edge>>('/api/social-graph?limit=1000');
    const rows = answer.rows.filter((row) => row.from.uid !== row.to.uid);
    await visit('/graph?limit=1000', async ({ page }) => {
      await shown(page, de.graph.title);
      const status = page.getByRole('status').filter({ hasText: german(rows.length) });
      await status.first().waitFor();
      await page.locator('main canvas').first().waitFor();
      const frames = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const end = performance.now() + 2_000;
            let drawn = 0;
            const count = () => (performance.now() < end ? (drawn++, requestAnimationFrame(count)) : resolve(drawn));
            count();
          }),
      );
      console.log(`${rows.length} relations are drawn ${frames / 2} times a second while they find their place`);
      expect(frames).toBeGreaterThan(10);
      await page.getByRole('slider').press('End');
      await page.waitForURL(/from=\d+/);
      const most = Math.max(...rows.map((row) => row.count));
      const left = rows.filter((row) => row.count === most).length;
      await page.getByText(de.graph.atLeast(most), { exact: true }).waitFor();
      const table = page.locator('main details').first();
      await table.locator('summary').click();
      await expect.poll(() => table.locator('tbody tr').count()).toBe(left);
    });
  });

  test('of quotes open a user by a click on a node', async () => {
    const { rows } = await ask<Rows<Edge>>('/api/social-graph?limit=100');
    const drawn = rows.filter((row) => row.from.uid !== row.to.uid).flatMap(({ from, to }) => [from.uid, to.uid]);
    await visit('/graph?limit=100', async ({ page }) => {
      await shown(page, de.graph.title);
      await page.locator('main canvas').first().waitFor();
      await clickSomethingDrawn(page);
      expect(drawn.map((uid) => `/user/${uid}`)).toContain(new URL(page.url()).pathname);
      await page.goBack();
      await shown(page, de.graph.title);
    });
  });
});

/** Clicks where the pointer says that one can, row by row, until another page opens. */
async function clickSomethingDrawn(page: Page): Promise<void> {
  const chart = page.getByRole('img', { name: de.common.chartOf(de.graph.title) });
  const box = (await chart.boundingBox())!;
  const before = page.url();
  for (let y = box.height * 0.2; y < box.height * 0.9; y += 18) {
    for (let x = box.width * 0.25; x < box.width * 0.8; x += 18) {
      await page.mouse.move(box.x + x, box.y + y);
      if (!(await chart.evaluate((element) => element.innerHTML.includes('pointer')))) continue;
      await page.mouse.click(box.x + x, box.y + y);
      const opened = page.waitForURL((url) => url.href !== before, { timeout: 500 });
      if (
        await opened.then(
          () => true,
          () => false,
        )
      )
        return;
    }
  }
  throw new Error('nothing to click on was found');
}
