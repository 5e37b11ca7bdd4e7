// Takes a picture of every page, light, dark and on a phone, of what runs at POTSTATS_URL (./potstats demo).
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const SERVED = process.env.POTSTATS_URL ?? 'http://127.0.0.1:8080';
const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const DIRECTORY = new URL('../screenshots/', import.meta.url).pathname;
const DESK = { viewport: { width: 1280, height: 860 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true };
const LOOKS = { light: { ...DESK, colorScheme: 'light' }, dark: { ...DESK, colorScheme: 'dark' }, phone: PHONE };

const ask = async (path) => (await fetch(new URL(path, SERVED))).json();
const { rows: posters } = await ask('/api/poster-stats?limit=1');
const { rows: domains } = await ask('/api/domains?limit=1');
const { rows: years } = await ask('/api/year-over-year-stats');
const busiest = years.reduce((best, row) => (row.post_count > best.post_count ? row : best));

const PAGES = {
  users: '/users',
  years: '/years',
  weekdays: '/weekdays',
  hours: '/hours',
  days: `/days?year=${busiest.year}&day=${busiest.year}-05-12`,
  boards: '/boards',
  user: `/user/${posters[0].User.uid}`,
  graph: '/graph',
  links: `/links?domain=${domains[0]?.domain ?? ''}`,
  live: '/live',
  about: '/about',
};

mkdirSync(DIRECTORY, { recursive: true });
const browser = await chromium.launch({
  executablePath: EXECUTABLE,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--hide-scrollbars'],
});
const darkroom = await browser.newPage();
for (const [look, options] of Object.entries(LOOKS)) {
  const context = await browser.newContext({ baseURL: SERVED, locale: 'de-DE', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  for (const [name, address] of Object.entries(PAGES)) {
    await page.goto(address);
    await page.waitForFunction(
      () => document.querySelector('main h1') && !document.querySelector('main [role=status][aria-label]'),
    );
    // A canvas does not say when it is drawn, and the graph takes its time to settle.
    await page.waitForTimeout(name === 'graph' ? 6_000 : 1_500);
    writeFileSync(`${DIRECTORY}${name}-${look}.webp`, await webp(await page.screenshot()));
  }
  await context.close();
}
await browser.close();

/** A picture as small as it can be without a visible loss, made by the browser itself. */
async function webp(png) {
  const url = await darkroom.evaluate(
    async (source) => {
      const picture = await createImageBitmap(await (await fetch(source)).blob());
      const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
      canvas.getContext('2d').drawImage(picture, 0, 0);
      return canvas.toDataURL('image/webp', 0.85);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}
