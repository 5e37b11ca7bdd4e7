import { address } from '../api/client';
import type { NewPosts, Progress, Refreshed } from './events';

export interface LiveState {
  connection: 'connecting' | 'open' | 'lost';
  /** When the next attempt is made, in milliseconds since the epoch, while the connection is lost. */
  retryAt?: number;
  progress?: Progress;
  refreshed?: Refreshed;
  /** Newest last, of the last {@link KEPT_MINUTES} minutes. */
  newPosts: NewPosts[];
}

interface Gathered {
  progress?: Progress;
  refreshed: Refreshed[];
  newPosts: NewPosts[];
}

const nothing = (): Gathered => ({ refreshed: [], newPosts: [] });

export const KEPT_MINUTES = 30;
/** Events come by the thousand when those of the last minutes are asked for: they are shown together. */
const GATHERING = 100;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/**
 * The one connection to `/api/stream` that all pages share. Reconnects by itself with growing waits, from the last event
 * it saw, because an EventSource gives up for good on an answer that is not a stream.
 */
export class LiveStream {
  private state: LiveState = { connection: 'connecting', newPosts: [] };
  private source?: EventSource;
  private timer?: ReturnType<typeof setTimeout>;
  private attempts = 0;
  private lastEventId = '';
  private hasHistory = false;
  private gathered = nothing();
  private deliveryTimer?: ReturnType<typeof setTimeout>;
  /** Whether events may have been missed: there are only those of the last minutes to catch up on. */
  private wasAway = false;
  private readonly stateListeners = new Set<() => void>();
  private readonly refreshListeners = new Set<(scopes: Refreshed['scopes']) => void>();

  constructor(private readonly url = '/api/stream') {}

  readonly current = (): LiveState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  };

  /** Calls back with what has new numbers; no scope means that everything may have. */
  onRefreshed(listener: (scopes: Refreshed['scopes']) => void): () => void {
    this.refreshListeners.add(listener);
    return () => this.refreshListeners.delete(listener);
  }

  /** Follows the stream while the page can be seen: a browser has few connections to a server for all of its tabs. */
  start(): () => void {
    const follow = () => (document.hidden ? this.rest() : this.connect());
    const lose = () => this.lose();
    window.addEventListener('online', follow);
    window.addEventListener('offline', lose);
    document.addEventListener('visibilitychange', follow);
    follow();
    return () => {
      window.removeEventListener('online', follow);
      window.removeEventListener('offline', lose);
      document.removeEventListener('visibilitychange', follow);
      this.rest();
    };
  }

  /** Asks once for what the server still has of the last minutes. */
  loadHistory(): void {
    if (this.hasHistory) return;
    this.hasHistory = true;
    this.lastEventId = '0';
    this.gathered.newPosts = [];
    this.update({ newPosts: [] });
    if (!document.hidden) this.connect();
  }

  connect(): void {
    clearTimeout(this.timer);
    this.source?.close();
    const source = new EventSource(address(this.url, { last_event_id: this.lastEventId || undefined }));
    this.source = source;
    source.onopen = () => this.opened();
    source.onerror = () => this.lose();
    this.on<Progress>(source, 'progress', (progress) => (this.gathered.progress = progress));
    this.on<Refreshed>(source, 'refreshed', (refreshed) => this.gathered.refreshed.push(refreshed));
    this.on<NewPosts>(source, 'posts', (posts) => this.gathered.newPosts.push(posts));
  }

  private on<Event>(source: EventSource, type: string, gather: (event: Event) => void): void {
    source.addEventListener(type, (message: MessageEvent<string>) => {
      this.lastEventId = message.lastEventId || this.lastEventId;
      gather(JSON.parse(message.data) as Event);
      this.deliveryTimer ??= setTimeout(() => this.deliver(), GATHERING);
    });
  }

  private deliver(): void {
    const { progress = this.state.progress, refreshed, newPosts } = this.gathered;
    this.gathered = nothing();
    this.deliveryTimer = undefined;
    this.update({
      progress,
      refreshed: refreshed.at(-1) ?? this.state.refreshed,
      newPosts: newPosts.length === 0 ? this.state.newPosts : recent([...this.state.newPosts, ...newPosts]),
    });
    if (refreshed.length > 0) this.announce(scopesOf(refreshed));
  }

  private opened(): void {
    this.attempts = 0;
    this.update({ connection: 'open', retryAt: undefined });
    if (this.wasAway) this.announce([]);
    this.wasAway = false;
  }

  private rest(): void {
    this.source?.close();
    clearTimeout(this.timer);
    this.wasAway = true;
    this.update({ connection: 'connecting', retryAt: undefined });
  }

  private lose(): void {
    this.source?.close();
    clearTimeout(this.timer);
    this.wasAway = true;
    const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.attempts++);
    const wait = longest * (0.75 + Math.random() / 4);
    this.timer = setTimeout(() => this.connect(), wait);
    this.update({ connection: 'lost', retryAt: Date.now() + wait });
  }

  private announce(scopes: Refreshed['scopes']): void {
    for (const listener of this.refreshListeners) listener(scopes);
  }

  private update(change: Partial<LiveState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.stateListeners) listener();
  }
}

/** Each scope once, and none where everything may have new numbers. */
function scopesOf(refreshed: Refreshed[]): Refreshed['scopes'] {
  if (refreshed.some((event) => event.scopes.length === 0)) return [];
  const scopes = refreshed.flatMap((event) => event.scopes);
  return [...new Map(scopes.map((scope) => [`${scope.year} ${scope.bid}`, scope])).values()];
}

function recent(events: NewPosts[]): NewPosts[] {
  const oldest = Date.now() - KEPT_MINUTES * 60_000;
  return events.filter((event) => Date.parse(event.at) >= oldest);
}
