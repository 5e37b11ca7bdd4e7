import type { Page } from 'playwright-core';
import { de } from '../src/i18n/de.ts';
import { en } from '../src/i18n/en.ts';

/** Waits until a page with this heading is on screen and everything on it is loaded. */
export async function shown(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  await page.waitForFunction(
    (labels) => labels.every((label) => document.querySelector(`main [aria-label="${label}"]`) === null),
    [de.common.loading, en.common.loading],
  );
}
