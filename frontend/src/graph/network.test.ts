import { expect, test } from 'vitest';
import { anyUser } from '../testing/forum';
import { network, thresholds } from './network';

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
