import { expect, test } from 'vitest';
import { de } from '../src/i18n/de.ts';
import { inBrowser, line, visit } from './system.ts';

const get = (path: string, headers: Record<string, string> = {}) => fetch(line.url + path, { headers });

inBrowser('delivery', () => {
  test('what has its content in its name is kept for ever, compressed beforehand', async () => {
    const index = await get('/users', { Accept: 'text/html' });
    expect(index.headers.get('content-type')).toContain('text/html');
    expect(index.headers.get('cache-control')).toContain('no-cache');
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await index.text())![1]!;
    const answer = await get(script, { 'Accept-Encoding': 'br' });
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('content-type')).toContain('javascript');
  });

  test('every address of a page is answered, an unknown one of the API is not', async () => {
    for (const path of ['/', '/graph?year=2011', '/user/1', '/no/such/page'])
      expect((await get(path)).status).toBe(200);
    for (const path of ['/api/nothing', '/assets/nothing.js', '/nothing.js'])
      expect((await get(path)).status).toBe(404);
  });

  test('an unknown address is drawn as such', async () => {
    await visit('/no/such/page', async ({ page }) => {
      await page.getByRole('heading', { level: 1, name: de.failures.notFound }).waitFor();
    });
  });

  test('the frame of a page is there before its script, and can be installed', async () => {
    const index = await (await get('/users', { Accept: 'text/html' })).text();
    expect(index).toMatch(/<div id="root">\s*<div class="waiting"/);
    expect(index).toContain('property="og:title"');
    const manifest = await get(/rel="manifest" href="([^"]+)"/.exec(index)![1]!);
    expect(manifest.headers.get('content-type')).toContain('json');
    const { icons } = (await manifest.json()) as { icons: { src: string; type: string }[] };
    expect(icons.length).toBeGreaterThan(0);
    for (const { src, type } of icons) expect((await get(src)).headers.get('content-type')).toContain(type);
  });

  test('only the graph takes the library for graphs along', async () => {
    const scripts: string[] = [];
    await visit('/years', async ({ page }) => {
      page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
      for (const path of ['/years', '/boards', '/live']) {
        await page.goto(path);
        await page
          .getByRole('img', { name: /Diagramm/ })
          .first()
          .waitFor();
      }
      expect(scripts.filter((path) => path.includes('echarts'))).toEqual([]);
      await page.goto('/graph');
      await page.locator('main canvas').first().waitFor();
      expect(scripts.filter((path) => path.includes('echarts'))).not.toEqual([]);
    });
  });

  /** It is under one where nothing else is at work; the tests have no machine of their own. */
  test('the first numbers are on screen in under two seconds', async () => {
    const times: number[] = [];
    for (let attempt = 0; attempt < 5; attempt++) {
      await visit('/users', async ({ page }) => {
        await page.locator('[role=row][aria-rowindex="2"]').waitFor();
        times.push(
          await page.evaluate(async () => {
            await new Promise(requestAnimationFrame);
            return performance.now();
          }),
        );
      });
    }
    const best = Math.min(...times);
    console.log(`First numbers after ${times.map((time) => Math.round(time)).join(', ')} ms`);
    expect(best).toBeLessThan(2_000);
  });
});
