import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { PosterDevelopment, PosterPage, PosterRow } from '../src/api/types.ts';
import { de } from '../src/i18n/de.ts';
import { nameOf } from './names.ts';
import { ask, inBrowser, visit } from './system.ts';
import { shown } from './shown.ts';

const FIELDS = [
  'post_count',
  'edit_count',
  'avg_post_length',
  'threads_created',
  'quoted_count',
  'quotes_count',
] as const;

async function everyRow(query: string): Promise<PosterRow[]> {
  const rows: PosterRow[] = [];
  let url: string | undefined = `/api/poster-stats?${query}`;
  while (url) {
    const page: PosterPage = await ask<PosterPage>(url);
    rows.push(...page.rows);
    url = page.next && new URL(page.next, 'http://localhost/api/poster-stats').href.slice('http://localhost'.length);
  }
  return rows;
}

const inWords = (row: PosterRow, rank: number) =>
  [rank, nameOf(row.User), ...FIELDS.map((field) => row[field])].map((cell) =>
    typeof cell === 'number' ? cell.toLocaleString('de-DE') : cell,
  );

async function row(page: Page, rank: number): Promise<string[]> {
  const cells = page.locator(`[role=row][aria-rowindex="${rank + 1}"]`).locator('[role=cell], [role=rowheader]');
  await cells.first().waitFor();
  return cells.allTextContents();
}

async function scrollToEnd(page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
        return page.getByRole('table').getAttribute('aria-rowcount');
      },
      { timeout: 30_000 },
    )
    .not.toBe('-1');
}

async function savedBy(page: Page, click: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return readFileSync(await download.path(), 'utf8');
}

inBrowser('users', () => {
  test('stand in the order of the server, to the last row', async () => {
    const expected = await everyRow('');
    await visit('/users', async ({ page }) => {
      await shown(page, de.users.title);
      expect(await row(page, 1)).toEqual(inWords(expected[0]!, 1));
      await scrollToEnd(page);
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      const least = expected.at(-1)!;
      const rank = 1 + expected.filter((other) => other.post_count > least.post_count).length;
      expect(await row(page, expected.length)).toEqual(inWords(least, rank));
      expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe(String(expected.length + 1));
    });
  });

  test('are sorted by a click on a column, and back by the back button', async () => {
    const byQuotes = await everyRow('order_by=quotes_count&limit=3');
    const byFewestQuotes = await everyRow('order_by=quotes_count&order=asc&limit=10000');
    await visit('/users', async ({ page }) => {
      await shown(page, de.users.title);
      const header = page.getByRole('columnheader', { name: de.statistics.quotes_count, exact: false }).last();
      await header.getByRole('button').click();
      await page.waitForURL('**/users?sort=quotes_count');
      await expect.poll(() => row(page, 1)).toEqual(inWords(byQuotes[0]!, 1));
      await header.getByRole('button').click();
      await page.waitForURL('**/users?sort=quotes_count&order=asc');
      const fewest = inWords(byFewestQuotes[0]!, 0).slice(1);
      await expect.poll(async () => (await row(page, 1)).slice(1)).toEqual(fewest);
      await page.reload();
      await expect.poll(async () => (await row(page, 1)).slice(1)).toEqual(fewest);
      await page.goBack();
      await page.waitForURL('**/users?sort=quotes_count');
      await expect.poll(() => row(page, 1)).toEqual(inWords(byQuotes[0]!, 1));
    });
  });

  test('are found by part of a name', async () => {
    const rows = await everyRow('');
    const index = rows.findLastIndex((row) => row.User.uid !== 0);
    const { User: last } = rows[index]!;
    await visit('/users', async ({ page }) => {
      await shown(page, de.users.title);
      await page.getByRole('combobox', { name: de.users.jump }).fill(last.name);
      await page.getByRole('option').filter({ hasText: last.name }).first().click();
      await page.waitForURL(/jump=\d+/);
      await page.locator(`[role=row][aria-rowindex="${index + 2}"]`).waitFor();
    });
  });

  test('are saved as CSV with every row and number of the API', async () => {
    const expected = await everyRow('order_by=edit_count&limit=10000');
    await visit('/users?sort=edit_count', async ({ page }) => {
      await shown(page, de.users.title);
      const saved = await savedBy(page, () => page.getByRole('button', { name: de.common.csv }).click());
      const [header, ...lines] = saved.trimEnd().split('\r\n');
      const titles = [de.users.uid, de.users.name, ...FIELDS.map((field) => de.statistics[field])];
      expect(header).toBe(`\uFEFF${titles.join(';')}`);
      expect(lines).toEqual(
        expected.map((user) =>
          [user.User.uid, quoted(nameOf(user.User)), ...FIELDS.map((field) => user[field])].join(';'),
        ),
      );
    });
  });

  test('have their development saved with the numbers of the API', async () => {
    const { rows } = await ask<PosterPage>('/api/poster-stats?limit=1');
    const user = rows[0]!.User;
    const { uid } = user;
    const { years } = await ask<PosterDevelopment>(`/api/poster-development?uid=${uid}`);
    await visit(`/user/${uid}`, async ({ page }) => {
      await shown(page, nameOf(user));
      const table = page.locator('main details').first();
      await table.locator('summary').click();
      const saved = await savedBy(page, () => table.getByRole('button').click());
      const expected = Object.values(years).toSorted((a, b) => a.year - b.year);
      expect(saved.trimEnd().split('\r\n').slice(1)).toEqual(
        expected.map((year) => [year.year, ...FIELDS.map((field) => year[field])].join(';')),
      );
    });
  });
});

const quoted = (name: string) => {
  const text = /^[=+\-@\t\r]/.test(name) ? `'${name}` : name;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
