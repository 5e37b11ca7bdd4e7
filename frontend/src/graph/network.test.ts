import { expect, test } from 'vitest';
import { anyUser } from '../testing/forum';
import { communities } from './communities';
import { labelled, unit } from './labels';
import { places } from './layout';
import { network, quotes, thresholds } from './network';

const edge = (from: number, to: number, count: number) => ({
  from: anyUser(from),
  to: anyUser(to),
  count,
  intensity: count / 10,
});

test('drops weak relations and the people who only had those', () => {
  const rows = [edge(1, 2, 10), edge(2, 1, 4), edge(3, 1, 1)];
  const { people, edges } = network(rows, 2);
  expect(edges).toEqual(rows.slice(0, 2));
  expect(people).toEqual([
    { user: anyUser(1), weight: 14 },
    { user: anyUser(2), weight: 14 },
  ]);
  expect(thresholds(rows)).toEqual([1, 4, 10]);
});

test('takes quotes of oneself apart and measures the others by the strongest of them', () => {
  const { others, self } = quotes([edge(5, 5, 112), edge(1, 2, 25), edge(2, 1, 5)]);
  expect(self).toEqual([{ User: anyUser(5), count: 112 }]);
  expect(others.map(({ count, intensity }) => [count, intensity])).toEqual([
    [25, 1],
    [5, 0.2],
  ]);
});

test('finds who belongs together', () => {
  const rows = [edge(1, 2, 9), edge(2, 3, 9), edge(3, 1, 9), edge(7, 8, 9), edge(8, 7, 9), edge(3, 7, 1)];
  const group = communities(network(rows, 1));
  expect([1, 2, 3, 7, 8].map((uid) => group.get(uid))).toEqual([0, 0, 0, 1, 1]);
});

test('draws those near who quote each other, and keeps everyone in place when numbers change', () => {
  const rows = [edge(1, 2, 9), edge(2, 1, 9), edge(3, 4, 9), edge(4, 3, 9)];
  const first = places(network(rows, 1));
  const distance = (a: number, b: number) =>
    Math.hypot(first.get(a)!.x - first.get(b)!.x, first.get(a)!.y - first.get(b)!.y);
  expect(distance(1, 2)).toBeLessThan(distance(1, 3));
  expect(distance(3, 4)).toBeLessThan(distance(2, 4));
  expect(places(network([...rows, edge(1, 3, 2)], 1), first)).toBe(first);
});

test('names nobody over another, and the weightier first', () => {
  const people = [1, 2, 3].map((uid) => ({ user: { ...anyUser(uid), name: 'ten letter' }, weight: 10 * uid }));
  const at = (uid: number) => ({ 1: { x: 0, y: 0 }, 2: { x: 0.5, y: 0.1 }, 3: { x: 0.2, y: 0 } })[uid]!;
  expect(labelled(people, at, 100, 9)).toEqual(new Set([3]));
  expect(labelled(people, at, 400, 9)).toEqual(new Set([3, 2, 1]));
  expect(labelled(people, at, 400, 2)).toEqual(new Set([3, 2]));
  expect(unit([at(1), at(2)], 100, 100)).toBe(200);
});
