/** What `/api/stream` sends. */
export interface Progress {
  state: 'idle' | 'crawling' | 'paused';
  pass: number;
  board: { bid: number; name: string } | null;
  boards: Done;
  threads: Done;
  posts: Done;
  requests: number;
  requests_per_second: number;
  posts_per_second: number;
  seconds_left: number | null;
  started_at: string;
  at: string;
}

export interface Done {
  done: number;
  total: number;
}

export interface Refreshed {
  generation: number;
  scopes: { year: number; bid: number }[];
  observed_at: string | null;
  at: string;
}

export interface NewPosts {
  boards: { bid: number; name: string; posts: number }[];
  at: string;
}
