import { expect, test } from 'vitest';
import { de } from './de';
import { en } from './en';

test.each([
  [0, '0 Beiträge', '0 posts'],
  [1, '1 Beitrag', '1 post'],
  [2, '2 Beiträge', '2 posts'],
  [1_304, '1.304 Beiträge', '1,304 posts'],
])('counts %i in words', (count, german, english) => {
  expect([de.scope.posts(count), en.scope.posts(count)]).toEqual([german, english]);
});

test('uses the case that the sentence asks for', () => {
  expect([de.graph.quotes(1), de.graph.quotes(4), de.graph.atLeast(1), de.graph.atLeast(4)]).toEqual([
    '1 Zitat',
    '4 Zitate',
    'ab 1 Zitat',
    'ab 4 Zitaten',
  ]);
  expect(de.graph.shown(1, 1)).toBe('1 Beziehung zwischen 1 Mensch');
  expect(en.graph.shown(1, 2)).toBe('1 quote pair between 2 people');
  expect(de.statistics.of.active_users(1)).toBe('1 aktiver Benutzer');
});
