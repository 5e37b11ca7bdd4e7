import type { NewPosts } from './events';

export interface BoardActivity {
  bid: number;
  name: string;
  posts: number;
  newestAt: number;
}

/** Boards by their newest post, with how many came in the minutes that are kept. */
export function activity(events: NewPosts[]): BoardActivity[] {
  const boards = new Map<number, BoardActivity>();
  for (const event of events) {
    const at = Date.parse(event.at);
    for (const { bid, name, posts } of event.boards) {
      const known = boards.get(bid);
      boards.set(bid, {
        bid,
        name,
        posts: (known?.posts ?? 0) + posts,
        newestAt: Math.max(known?.newestAt ?? 0, at),
      });
    }
  }
  return [...boards.values()].toSorted((a, b) => b.newestAt - a.newestAt || a.bid - b.bid);
}

export interface Minute {
  start: number;
  posts: number;
}

/** New posts of each of the last minutes, the current one last. */
export function perMinute(events: NewPosts[], now: number, count: number): Minute[] {
  const current = Math.floor(now / 60_000);
  const minutes = Array.from({ length: count }, (_, index) => ({
    start: (current - count + 1 + index) * 60_000,
    posts: 0,
  }));
  for (const event of events) {
    const minute = minutes[Math.floor(Date.parse(event.at) / 60_000) - (current - count + 1)];
    if (minute) minute.posts += event.boards.reduce((sum, board) => sum + board.posts, 0);
  }
  return minutes;
}
