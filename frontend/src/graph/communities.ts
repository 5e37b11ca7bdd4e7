import type { Network } from './network';

const ROUNDS = 12;

/**
 * Who belongs together: everyone takes the group that most of the own quotes go to and come from, until nobody changes
 * (label propagation). Groups are numbered from the largest.
 */
export function communities({ people, edges }: Network): Map<number, number> {
  const neighbours = new Map<number, [number, number][]>();
  for (const { from, to, count } of edges) {
    neighbours.set(from.uid, [...(neighbours.get(from.uid) ?? []), [to.uid, count]]);
    neighbours.set(to.uid, [...(neighbours.get(to.uid) ?? []), [from.uid, count]]);
  }
  const group = new Map(people.map(({ user }) => [user.uid, user.uid]));
  const order = people.toSorted((a, b) => a.weight - b.weight || a.user.uid - b.user.uid).map(({ user }) => user.uid);
  for (let round = 0; round < ROUNDS; round++) {
    const before = new Map(group);
    for (const uid of order) group.set(uid, strongest(neighbours.get(uid) ?? [], group, group.get(uid)!));
    if (order.every((uid) => before.get(uid) === group.get(uid))) break;
  }
  return numbered(group);
}

function strongest(neighbours: [number, number][], group: Map<number, number>, own: number): number {
  const weights = new Map<number, number>();
  for (const [uid, count] of neighbours) {
    const theirs = group.get(uid)!;
    weights.set(theirs, (weights.get(theirs) ?? 0) + count);
  }
  return [...weights].reduce<[number, number]>(
    (best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] < best[0]) ? one : best),
    [own, weights.get(own) ?? 0],
  )[0];
}

function numbered(group: Map<number, number>): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const name of group.values()) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  const bySize = [...sizes].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).map(([name]) => name);
  return new Map([...group].map(([uid, name]) => [uid, bySize.indexOf(name)]));
}
