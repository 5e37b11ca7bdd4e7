import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeEventSource } from '../testing/FakeEventSource';
import { activity, perMinute } from './activity';
import { LiveStream } from './LiveStream';
import { concerns } from './refresh';

const posts = (at: string, ...boards: [number, number][]) => ({
  at,
  boards: boards.map(([bid, count]) => ({ bid, name: `Forum ${bid}`, posts: count })),
});

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-05-01T12:00:00Z') }));
afterEach(() => vi.useRealTimers());

test('reconnects after a loss with growing waits, from the last event it saw', () => {
  const stream = new LiveStream();
  stream.connect();
  FakeEventSource.latest.open();
  FakeEventSource.latest.send('progress', { state: 'idle' }, '41');
  FakeEventSource.latest.break();
  expect(stream.current().connection).toBe('lost');
  vi.advanceTimersByTime(1_000);
  expect(FakeEventSource.opened).toHaveLength(2);
  expect(FakeEventSource.latest.url).toBe('/api/stream?last_event_id=41');
  FakeEventSource.latest.break();
  vi.advanceTimersByTime(1_000);
  expect(FakeEventSource.opened).toHaveLength(2);
  vi.advanceTimersByTime(1_000);
  expect(FakeEventSource.opened).toHaveLength(3);
  FakeEventSource.latest.open();
  expect(stream.current().connection).toBe('open');
});

test('takes everything for refreshed once a lost connection is back', () => {
  const stream = new LiveStream();
  const refreshed = vi.fn();
  stream.onRefreshed(refreshed);
  stream.connect();
  FakeEventSource.latest.open();
  expect(refreshed).not.toHaveBeenCalled();
  FakeEventSource.latest.break();
  vi.advanceTimersByTime(1_000);
  FakeEventSource.latest.open();
  expect(refreshed).toHaveBeenCalledWith([]);
});

test('rests while the page is hidden, and then takes everything for refreshed', () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const stream = new LiveStream();
  const refreshed = vi.fn();
  stream.onRefreshed(refreshed);
  const stop = stream.start();
  expect(FakeEventSource.opened).toHaveLength(0);
  const become = (isHidden: boolean) => {
    hidden.mockReturnValue(isHidden);
    document.dispatchEvent(new Event('visibilitychange'));
  };
  become(false);
  FakeEventSource.latest.open();
  FakeEventSource.latest.send('progress', { state: 'idle' }, '41');
  become(true);
  expect(FakeEventSource.latest.closed).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect(FakeEventSource.opened).toHaveLength(1);
  refreshed.mockClear();
  become(false);
  FakeEventSource.latest.open();
  expect(FakeEventSource.latest.url).toBe('/api/stream?last_event_id=41');
  expect(refreshed).toHaveBeenCalledWith([]);
  stop();
  hidden.mockRestore();
});

test('asks for the last minutes once and counts nothing twice', () => {
  const stream = new LiveStream();
  stream.connect();
  FakeEventSource.latest.send('posts', posts('2026-05-01T11:59:00Z', [1, 2]), '7');
  stream.loadHistory();
  stream.loadHistory();
  expect(FakeEventSource.opened.map((source) => source.url)).toEqual(['/api/stream', '/api/stream?last_event_id=0']);
  FakeEventSource.latest.send('posts', posts('2026-05-01T11:59:00Z', [1, 2]), '7');
  vi.advanceTimersByTime(100);
  expect(stream.current().newPosts).toHaveLength(1);
});

test('tells of events that come together once, and of each scope once', () => {
  const stream = new LiveStream();
  const refreshed = vi.fn();
  const changed = vi.fn();
  stream.onRefreshed(refreshed);
  stream.connect();
  stream.subscribe(changed);
  for (let id = 1; id <= 1_000; id++) {
    const scopes = [{ year: 2020 + (id % 2), bid: 3 }];
    FakeEventSource.latest.send('refreshed', { generation: id, scopes }, String(id));
    FakeEventSource.latest.send('posts', posts('2026-05-01T11:59:00Z', [3, 1]), String(id));
  }
  vi.advanceTimersByTime(100);
  expect(changed).toHaveBeenCalledTimes(1);
  expect(stream.current().refreshed?.generation).toBe(1_000);
  expect(stream.current().newPosts).toHaveLength(1_000);
  expect(refreshed.mock.calls).toEqual([
    [
      [
        { year: 2021, bid: 3 },
        { year: 2020, bid: 3 },
      ],
    ],
  ]);
});

test('forgets posts of more than half an hour ago', () => {
  const stream = new LiveStream();
  stream.connect();
  FakeEventSource.latest.send('posts', posts('2026-05-01T11:20:00Z', [1, 2]), '1');
  vi.advanceTimersByTime(100);
  expect(stream.current().newPosts).toEqual([]);
});

test('counts posts by board and by minute', () => {
  const events = [
    posts('2026-05-01T11:58:10Z', [1, 2], [2, 1]),
    posts('2026-05-01T11:58:50Z', [1, 3]),
    posts('2026-05-01T12:00:01Z', [2, 4]),
  ];
  expect(activity(events).map(({ bid, posts: count }) => [bid, count])).toEqual([
    [2, 5],
    [1, 5],
  ]);
  expect(perMinute(events, Date.parse('2026-05-01T12:00:30Z'), 3).map((minute) => minute.posts)).toEqual([6, 0, 4]);
});

test.each([
  [['/api/boards', { year: 2018 }], [{ year: 2018, bid: 3 }], true],
  [['/api/boards', { year: 2018 }], [{ year: 2017, bid: 3 }], false],
  [['/api/poster-stats', { year: 2018, bid: 4 }], [{ year: 2018, bid: 3 }], false],
  [['/api/poster-stats', { bid: 3 }], [{ year: 2018, bid: 3 }], true],
  [['/api/poster-stats', { bid: 3 }], [], true],
  [['/api/day', { date: '2018-02-03' }], [{ year: 2018, bid: 3 }], true],
  [['/api/day', { date: '2017-02-03' }], [{ year: 2018, bid: 3 }], false],
])('%j concerns %j: %s', (key, scopes, expected) => {
  expect(concerns(key, scopes)).toBe(expected);
});
