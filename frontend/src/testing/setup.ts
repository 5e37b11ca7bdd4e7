import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { FakeEventSource } from './FakeEventSource';
import { server } from './server';

vi.mock('../charts/echarts', () => ({
  init: () => ({ on: vi.fn(), setOption: vi.fn(), resize: vi.fn(), dispose: vi.fn() }),
}));

// Pages are loaded when they are opened, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

class NoResize {
  observe() {}
  unobserve() {}
  disconnect() {}
}

vi.stubGlobal('ResizeObserver', NoResize);
vi.stubGlobal('CSS', { escape: (text: string) => text });
vi.stubGlobal('EventSource', FakeEventSource);
vi.stubGlobal('fetch', server.fetch);
window.matchMedia = (media) =>
  ({ media, matches: false, addEventListener: () => {}, removeEventListener: () => {} }) as unknown as MediaQueryList;
window.scrollTo = () => {};

/** What the browser says that its reader understands. */
export function speak(...languages: string[]): void {
  Object.defineProperty(window.navigator, 'languages', { value: languages, configurable: true });
}

beforeEach(() => {
  server.reset();
  speak('de-DE', 'en');
  window.localStorage.clear();
  window.sessionStorage.clear();
  FakeEventSource.opened = [];
});

afterEach(cleanup);
