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
