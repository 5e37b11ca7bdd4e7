import type { Edge, User } from '../api/types';

export interface Person {
  user: User;
  /** Quotes given and received in what is shown. */
  weight: number;
}

export interface Network {
  people: Person[];
  edges: Edge[];
}

/** Quotes of others; those of oneself, which say nothing about who belongs together. */
export interface Quotes {
  others: Edge[];
  self: { User: User; count: number }[];
}

/** Takes quotes of oneself out, and measures the others by the strongest of them. */
export function quotes(rows: Edge[]): Quotes {
  const between = rows.filter((edge) => edge.from.uid !== edge.to.uid);
  const most = Math.max(1, ...between.map((edge) => edge.count));
  return {
    others: between.map((edge) => ({ ...edge, intensity: edge.count / most })),
    self: rows.filter((edge) => edge.from.uid === edge.to.uid).map(({ from, count }) => ({ User: from, count })),
  };
}

/** The relations of at least so many quotes, and the people between whom they are. */
export function network(rows: Edge[], atLeast: number): Network {
  const edges = rows.filter((edge) => edge.count >= atLeast);
  const people = new Map<number, Person>();
  for (const { from, to, count } of edges) {
    for (const user of [from, to]) {
      const person = people.get(user.uid) ?? { user, weight: 0 };
      person.weight += count;
      people.set(user.uid, person);
    }
  }
  return { people: [...people.values()], edges };
}

/** The counts at which the slider stops: every one that occurs. */
export function thresholds(rows: Edge[]): number[] {
  return [...new Set(rows.map((row) => row.count))].toSorted((a, b) => a - b);
}
