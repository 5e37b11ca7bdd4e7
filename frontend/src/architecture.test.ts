import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** What a folder may use besides itself: only what stands before it. Pages stand beside each other and know nothing of each other. */
const FOUNDATION = ['api', 'i18n', 'ui', 'charts', 'scope', 'live'];
const MAY_USE: Record<string, string[]> = {
  api: [],
  i18n: [],
  ui: ['api', 'i18n'],
  charts: ['api', 'i18n', 'ui'],
  scope: ['api', 'i18n', 'ui'],
  live: ['api', 'i18n', 'ui', 'charts', 'scope'],
  users: FOUNDATION,
  periods: FOUNDATION,
  days: FOUNDATION,
  boards: FOUNDATION,
  graph: FOUNDATION,
  links: FOUNDATION,
  about: FOUNDATION,
  app: [...FOUNDATION, 'users', 'periods', 'days', 'boards', 'graph', 'links', 'about'],
};

const SOURCE = import.meta.dirname;

interface Import {
  from: string;
  to: string;
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && file.includes('/') && !/\.test\.tsx?$|^testing\//.test(file),
);
const imports: Import[] = files.flatMap((from) =>
  [...readFileSync(join(SOURCE, from), 'utf8').matchAll(/(?:from|import\(|import) ?'(\.[^']+)'/g)].map(([, to]) => ({
    from,
    to: relative(SOURCE, join(SOURCE, dirname(from), to!)),
  })),
);
const folder = (file: string) => file.split('/')[0]!;

test('imports lead down only: pages to what they are made of, the shell to the pages', () => {
  expect(imports.length).toBeGreaterThan(100);
  const wrong = imports.filter(
    ({ from, to }) => folder(from) !== folder(to) && !MAY_USE[folder(from)]?.includes(folder(to)),
  );
  expect(wrong).toEqual([]);
});

test('no file leads back to itself', () => {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) {
    const target = files.find((file) => file.replace(/\.tsx?$/, '') === to);
    if (target) next.set(from, [...(next.get(from) ?? []), target]);
  }
  const done = new Set<string>();
  const circles: string[][] = [];
  const walk = (file: string, way: string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file]);
    if (done.has(file) || way.includes(file)) return;
    for (const target of next.get(file) ?? []) walk(target, [...way, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(circles).toEqual([]);
});
