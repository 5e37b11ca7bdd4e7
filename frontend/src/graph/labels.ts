import { userName } from '../api/names';
import type { Point } from './layout';
import type { Person } from './network';

const CHARACTER = 6.8;
const LINE = 16;

interface Box extends Point {
  width: number;
}

/**
 * Whose names can be written beside their points, where a unit of the layout is so many pixels: the weightier come first, and
 * nobody's name covers another.
 */
export function labelled(people: Person[], at: (uid: number) => Point, pixels: number, most: number): Set<number> {
  const boxes: Box[] = [];
  const names = new Set<number>();
  for (const { user } of people.toSorted((a, b) => b.weight - a.weight || a.user.uid - b.user.uid)) {
    if (names.size >= most) break;
    const { x, y } = at(user.uid);
    const box = { x: x * pixels, y: y * pixels, width: userName(user).length * CHARACTER };
    if (boxes.some((other) => overlap(box, other))) continue;
    boxes.push(box);
    names.add(user.uid);
  }
  return names;
}

const overlap = (a: Box, b: Box): boolean => Math.abs(a.y - b.y) < LINE && a.x < b.x + b.width && b.x < a.x + a.width;

/** How many pixels a unit of the layout becomes where all points fit into a frame. */
export function unit(points: Point[], width: number, height: number): number {
  const range = (values: number[]) => Math.max(1e-6, Math.max(...values) - Math.min(...values));
  return Math.min(width / range(points.map(({ x }) => x)), height / range(points.map(({ y }) => y)));
}
