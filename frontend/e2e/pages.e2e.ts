import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { de } from '../src/i18n/de.ts';
import { en } from '../src/i18n/en.ts';
import type { PosterPage, Rows, YearRow } from '../src/api/types.ts';
import { expectAccessible } from './accessibility.ts';
import { nameOf } from './names.ts';
import { ask, inBrowser, PHONE, visit } from './system.ts';
import { shown } from './shown.ts';

const PAGES = {
  '/users': [de.users.title, en.users.title],
  '/years': [de.periods.years, en.periods.years],
  '/weekdays': [de.periods.weekdays, en.periods.weekdays],
  '/hours': [de.periods.hours, en.periods.hours],
  '/days': [de.days.title, en.days.title],
  '/boards': [de.boards.title, en.boards.title],
  '/user': [de.user.find, en.user.find],
  '/graph': [de.graph.title, en.graph.title],
  '/links': [de.links.title, en.links.title],
  '/live': [de.live.title, en.live.title],
  '/about': [de.about.title, en.about.title],
} as const;

inBrowser('every page', () => {
  test.each(Object.entries(PAGES))(
    '%s stands in German and English, light and dark',
    async (path, [german, english]) => {
      await visit(path, async ({ page, complaints }) => {
        await shown(page, german);
        await expectAccessible(page);
        expect(complaints).toEqual([]);
      });
      await visit(
        `${path}?lang=en`,
        async ({ page, complaints }) => {
          await shown(page, english);
          expect(await page.locator('html').getAttribute('lang')).toBe('en');
          await expectAccessible(page);
          expect(complaints).toEqual([]);
        },
        { colorScheme: 'dark' },
      );
    },
  );

  test.each(Object.entries(PAGES))('%s fits a screen of 390 pixels, and one of 320', async (path, [german]) => {
    await visit(
      path,
      async ({ page, complaints }) => {
        await shown(page, german);
        const width = () => page.evaluate(() => document.documentElement.scrollWidth);
        expect(await width()).toBeLessThanOrEqual(390);
        await expectAccessible(page);
        expect(complaints).toEqual([]);
        await page.setViewportSize({ width: 320, height: 700 });
        await expect.poll(width).toBeLessThanOrEqual(320);
      },
      PHONE,
    );
  });

  test('a user stands with name, numbers and relations', async () => {
    const { rows } = await ask<PosterPage>('/api/poster-stats?limit=1');
    const first = rows[0]!;
    await visit(`/user/${first.User.uid}`, async ({ page, complaints }) => {
      await shown(page, nameOf(first.User));
      await page.getByText(first.post_count.toLocaleString('de-DE'), { exact: true }).first().waitFor();
      await expectAccessible(page);
      expect(complaints).toEqual([]);
    });
  });

  test('years, boards and days choose what the others show', async () => {
    const { rows } = await ask<Rows<YearRow>>('/api/year-over-year-stats');
    const year = rows.at(-1)!;
    await visit('/years', async ({ page }) => {
      await shown(page, de.periods.years);
      await page.getByRole('button', { name: String(year.year), exact: true }).click();
      await page.waitForURL(`**/years?year=${year.year}`);
      await page.getByRole('link', { name: de.navigation.users, exact: true }).click();
      await page.waitForURL(`**/users?year=${year.year}`);
      const { rows: users } = await ask<PosterPage>(`/api/poster-stats?year=${year.year}&limit=1`);
      const row = page.getByRole('row').nth(1);
      await row.getByText(users[0]!.post_count.toLocaleString('de-DE'), { exact: true }).first().waitFor();
    });
  });

  test('the calendar shows the numbers of a day', async () => {
    await visit('/days', async ({ page }) => {
      await shown(page, de.days.title);
      await page.getByRole('listbox').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.waitForURL(/day=\d{4}-01-\d{2}/);
      await page.getByRole('heading', { level: 2, name: /^\p{L}+, \d/u }).waitFor();
      await expectAccessible(page);
    });
  });

  test('a user is found from every page by a key, and from the bar of a phone', async () => {
    const { rows } = await ask<PosterPage>('/api/poster-stats?limit=2');
    const { uid, name } = rows.find((row) => row.User.uid !== 0)!.User;
    const find = async (page: Page) => {
      const finder = page.getByRole('combobox', { name: de.navigation.find });
      await expect.poll(() => finder.evaluate((field) => field === document.activeElement)).toBe(true);
      await finder.fill(name.slice(0, 5));
      const option = page.getByRole('option').filter({ hasText: name }).first();
      await option.waitFor();
      await expectAccessible(page);
      await option.click();
      await page.waitForURL(`**/user/${uid}`);
      await shown(page, name);
    };
    await visit('/about', async ({ page }) => {
      await shown(page, de.about.title);
      await page.keyboard.press('/');
      await find(page);
    });
    await visit(
      '/years',
      async ({ page }) => {
        await shown(page, de.periods.years);
        await page.getByRole('combobox', { name: de.navigation.find }).tap();
        await find(page);
      },
      PHONE,
    );
  });

  test('on a phone a day opens where the finger is', async () => {
    await visit(
      '/days',
      async ({ page }) => {
        await shown(page, de.days.title);
        await page.getByRole('listbox').getByRole('option').first().tap();
        const panel = page.getByRole('region', { name: /^\p{L}+, 1\. /u });
        await panel.waitFor();
        const { y, height } = (await panel.boundingBox())!;
        expect(y).toBeGreaterThan(0);
        expect(y + height).toBeLessThanOrEqual(844);
        await expectAccessible(page);
      },
      PHONE,
    );
  });

  test('on a phone the first tap on a bar shows its value, the second chooses it', async () => {
    await visit(
      '/years',
      async ({ page }) => {
        await shown(page, de.periods.years);
        const chart = page.getByRole('img', { name: /Diagramm/ });
        const box = (await chart.boundingBox())!;
        const last = { x: box.width - 6, y: box.height - 40 };
        await chart.tap({ position: last });
        await chart.getByText(/^\d{4}: [\d.]+ Beitr/).waitFor();
        expect(new URL(page.url()).search).toBe('');
        await chart.tap({ position: last });
        await page.waitForURL(/year=\d{4}/);
      },
      PHONE,
    );
  });

  test('on paper stands what was chosen, not what could be', async () => {
    const { rows } = await ask<Rows<YearRow>>('/api/year-over-year-stats');
    const { year } = rows.at(-2)!;
    await visit(`/years?year=${year}`, async ({ page }) => {
      await shown(page, de.periods.years);
      await page.emulateMedia({ media: 'print' });
      await page
        .getByRole('row', { name: String(year) })
        .getByRole('button')
        .waitFor();
      await page.getByRole('group', { name: de.scope.label }).getByText(String(year)).waitFor();
      const controls = page.locator('nav, select, input').or(page.getByRole('button', { name: de.common.csv }));
      expect(await controls.evaluateAll((all) => all.filter((control) => control.checkVisibility()).length)).toBe(0);
    });
  });

  test('the menu of a phone opens and closes by keyboard', async () => {
    await visit(
      '/users',
      async ({ page }) => {
        await shown(page, de.users.title);
        await page.getByRole('button', { name: de.navigation.menu }).press('Enter');
        await page.getByRole('link', { name: de.navigation.live, exact: true }).waitFor();
        await expectAccessible(page);
        await page.keyboard.press('Tab');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: de.navigation.menu }).waitFor();
        expect(await page.getByRole('link', { name: de.navigation.live, exact: true }).isVisible()).toBe(false);
      },
      PHONE,
    );
  });
});
