import { useSyncExternalStore } from 'react';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'theme';
const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function stored(): Theme {
  const value = window.localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === value) ?? 'system';
}

export function applyTheme(theme: Theme = stored()): void {
  if (theme === 'system') {
    window.localStorage.removeItem(KEY);
    delete document.documentElement.dataset.theme;
  } else {
    window.localStorage.setItem(KEY, theme);
    document.documentElement.dataset.theme = theme;
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  systemIsDark.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    systemIsDark.removeEventListener('change', listener);
  };
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, stored);

/** Whether the pages are dark at the moment, by choice or by the system. */
export const useIsDark = (): boolean =>
  useSyncExternalStore(subscribe, () => (stored() === 'system' ? systemIsDark.matches : stored() === 'dark'));
