import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Rows, YearRow } from '../src/api/types.ts';
import { de } from '../src/i18n/de.ts';
import { ask, forumUrl, inBrowser, inForum, line, visit } from './system.ts';
import { shown } from './shown.ts';

const total = (rows: YearRow[]) => rows.reduce((sum, row) => sum + row.post_count, 0);
const totalOnScreen = (page: Page) =>
  page.evaluate(() => {
    const rows = [...document.querySelectorAll('main table tbody tr')];
    return rows.reduce((sum, row) => sum + Number(row.children[1]?.textContent?.replaceAll('.', '')), 0);
  });

inBrowser('live', () => {
  test.skipIf(!forumUrl)('a new post is in the numbers on screen within 3 seconds, without flicker', async () => {
    await visit('/years', async ({ page }) => {
      await shown(page, de.periods.years);
      await page.evaluate(() => {
        const state = window as unknown as { vanished: boolean; sameDocument: boolean };
        state.sameDocument = true;
        state.vanished = false;
        new MutationObserver(() => (state.vanished ||= document.querySelector('main table') === null)).observe(
          document.body,
          { childList: true, subtree: true },
        );
      });
      const before = await totalOnScreen(page);
      await inForum('/post');
      const start = Date.now();
      await expect.poll(() => totalOnScreen(page), { timeout: 15_000, interval: 50 }).toBeGreaterThan(before);
      const seconds = (Date.now() - start) / 1000;
      console.log(`A new post was on screen after ${seconds.toFixed(2)} s`);
      expect(seconds).toBeLessThan(3);
      expect(await page.evaluate(() => (window as unknown as { vanished: boolean }).vanished)).toBe(false);
      expect(await page.evaluate(() => (window as unknown as { sameDocument: boolean }).sameDocument)).toBe(true);
    });
  });

  test('the dashboard says what the crawler does and how fresh the numbers are', async () => {
    await visit('/live', async ({ page }) => {
      await shown(page, de.live.title);
      await page.getByText(de.live.connected, { exact: true }).first().waitFor();
      const crawler = page.getByRole('region', { name: de.live.crawler });
      await crawler.getByRole('progressbar', { name: de.live.posts }).waitFor();
      const freshness = page.getByRole('region', { name: de.live.freshness });
      const { rows } = await ask<Rows<YearRow>>('/api/year-over-year-stats');
      expect(total(rows)).toBeGreaterThan(0);
      await freshness.getByText(/\d{2}:\d{2}:\d{2}/).waitFor();
    });
  });

  test('a cut stream is said and restored by itself', async () => {
    await visit('/live', async ({ page }) => {
      await shown(page, de.live.title);
      await page.getByText(de.live.connected, { exact: true }).first().waitFor();
      await line.close();
      await page.getByText(de.live.disconnected).first().waitFor();
      await line.open();
      await page.getByText(de.live.connected, { exact: true }).first().waitFor();
      await page.getByRole('button', { name: de.live.retryNow }).waitFor({ state: 'detached' });
    });
  });

  test('a service that is away is said in words, and its numbers come when it is back', async () => {
    await visit('/hours', async ({ page }) => {
      await shown(page, de.periods.hours);
      await line.close();
      await page
        .getByRole('radiogroup')
        .or(page.getByRole('group', { name: de.scope.year }))
        .getByRole('radio')
        .last()
        .click();
      await page.getByRole('alert').getByText(de.failures.network).waitFor();
      await page.getByRole('button', { name: de.common.retry }).waitFor();
      await line.open();
      await page.getByRole('alert').waitFor({ state: 'detached', timeout: 20_000 });
      await page.getByRole('table').waitFor();
    });
  });
});
