import { createContext, useContext, useSyncExternalStore } from 'react';
import { LiveStream, type LiveState } from './LiveStream';

export const LiveContext = createContext(new LiveStream());

export const useLiveStream = (): LiveStream => useContext(LiveContext);

export function useLive<Part>(part: (state: LiveState) => Part): Part {
  const stream = useLiveStream();
  return useSyncExternalStore(stream.subscribe, () => part(stream.current()));
}
