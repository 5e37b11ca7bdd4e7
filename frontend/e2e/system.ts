import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { Line } from './Line.ts';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A running potstats2 with its pages. */
const served = process.env.POTSTATS_URL;
/** Where a POST makes the simulated forum do something, for what a test must cause itself. */
export const forumUrl = process.env.POTSTATS_FORUM_CONTROL;

function reasonToSkip(): string | undefined {
  if (!existsSync(EXECUTABLE)) {
    return `no Chromium at ${EXECUTABLE}: install it (Debian: apt install chromium), or name it in CHROMIUM`;
  }
  if (!served) return 'no potstats2 to look at: name its address in POTSTATS_URL (./potstats demo starts one)';
  return undefined;
}

const skipped = reasonToSkip();
if (skipped) console.log(`SKIPPED the tests in a browser: ${skipped}`);

export const inBrowser = describe.skipIf(skipped !== undefined);

/** The line between browser and service, which tests can cut. */
export const line = new Line(new URL(served ?? 'http://localhost'));

let browser: Browser;

beforeAll(async () => {
  if (skipped) return;
  await line.open();
  browser = await chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
});

afterAll(async () => {
  await browser?.close();
  await line.close();
});

export interface Visit {
  page: Page;
  /** What the browser complained about, and addresses elsewhere that it asked. */
  complaints: string[];
}

/** Opens an address of the pages in a fresh browser profile, and closes it afterwards. */
export async function visit(
  address: string,
  look: (visit: Visit) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 900 },
    baseURL: line.url,
    locale: 'de-DE',
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(line.url) && /^https?:/.test(request.url())) complaints.push(request.url());
  });
  try {
    await page.goto(address);
    await look({ page, complaints });
  } finally {
    await context.close();
  }
}

export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Asks the API itself. */
export async function ask<Answer>(path: string): Promise<Answer> {
  const response = await fetch(new URL(path, served));
  expect(response.status, path).toBe(200);
  return (await response.json()) as Answer;
}

/** Lets something happen in the simulated forum. */
export async function inForum<Happened>(what: string): Promise<Happened> {
  const response = await fetch(new URL(what, forumUrl), { method: 'POST' });
  expect(response.status).toBe(200);
  return (await response.json()) as Happened;
}
