import type { Network } from './network';

export interface Point {
  x: number;
  y: number;
}

export type Places = Map<number, Point>;

const ROUNDS = 200;
/** The angle at which the seeds of a sunflower stand: no two begin at one place. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Where people stand: those who quote each other near, all others apart (after Fruchterman and Reingold). Whoever had a
 * place keeps it as long as nobody new comes, so that a picture does not move under the reader.
 */
export function places({ people, edges }: Network, before: Places = new Map()): Places {
  if (people.every((person) => before.has(person.user.uid))) return before;
  const near = 1 / Math.sqrt(people.length);
  const points = people.map(({ user }, index) => ({ ...(before.get(user.uid) ?? seed(index, people.length)) }));
  const indices = new Map(people.map(({ user }, index) => [user.uid, index]));
  const springs = edges.map(({ from, to, intensity }) => ({
    from: points[indices.get(from.uid)!]!,
    to: points[indices.get(to.uid)!]!,
    strength: 0.3 + Math.sqrt(intensity),
  }));
  const known = people.filter((person) => before.has(person.user.uid)).length;
  const rounds = known > people.length / 2 ? ROUNDS / 4 : ROUNDS;
  for (let round = 0; round < rounds; round++) {
    const forces = repulsion(points, near);
    const moved = new Map(points.map((point, index) => [point, forces[index]!]));
    for (const { from, to, strength } of springs) pull(from, to, moved, strength / near);
    settle(moved, 0.1 * (1 - round / rounds));
  }
  return new Map(people.map(({ user }, index) => [user.uid, points[index]!]));
}

function seed(index: number, count: number): Point {
  const radius = Math.sqrt((index + 0.5) / count);
  return { x: radius * Math.cos(index * GOLDEN_ANGLE), y: radius * Math.sin(index * GOLDEN_ANGLE) };
}

function repulsion(points: Point[], near: number): Point[] {
  const forces = points.map(({ x, y }) => ({ x: -x * 0.9, y: -y * 0.9 }));
  for (let a = 0; a < points.length; a++) {
    for (let b = a + 1; b < points.length; b++) {
      const x = points[a]!.x - points[b]!.x;
      const y = points[a]!.y - points[b]!.y;
      const push = (near * near) / Math.max(x * x + y * y, 1e-5);
      forces[a]!.x += x * push;
      forces[a]!.y += y * push;
      forces[b]!.x -= x * push;
      forces[b]!.y -= y * push;
    }
  }
  return forces;
}

function pull(from: Point, to: Point, forces: Map<Point, Point>, strength: number): void {
  const x = from.x - to.x;
  const y = from.y - to.y;
  const distance = Math.hypot(x, y) * strength;
  forces.get(from)!.x -= x * distance;
  forces.get(from)!.y -= y * distance;
  forces.get(to)!.x += x * distance;
  forces.get(to)!.y += y * distance;
}

/** Moves every point along its force, but no further than allowed. */
function settle(forces: Map<Point, Point>, furthest: number): void {
  for (const [point, force] of forces) {
    const length = Math.hypot(force.x, force.y) || 1;
    const step = Math.min(length, furthest) / length;
    point.x += force.x * step;
    point.y += force.y * step;
  }
}
