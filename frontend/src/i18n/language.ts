import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import { de, type Messages } from './de';
import { en } from './en';
import { formats, type Formats } from './formats';
import { LANGUAGES, type Language } from './languages';

const CATALOGUE: Record<Language, Messages> = { de, en };
const KEY = 'language';

export const LanguageContext = createContext<Language>('de');
/** The zone of the forum's days and hours; moments are told in it, and in the browser's where it is not known. */
export const TimeZoneContext = createContext<string | undefined>(undefined);

export const useLanguage = (): Language => useContext(LanguageContext);

export const useTimeZone = (): string | undefined => useContext(TimeZoneContext);

export function useMessages(): Messages {
  return CATALOGUE[useLanguage()];
}

export function useFormats(): Formats {
  const language = useLanguage();
  const zone = useTimeZone();
  return useMemo(() => formats(language, zone), [language, zone]);
}

const listeners = new Set<() => void>();

/** The one chosen before, or the first of the browser's that there is. */
function preferred(): Language {
  const spoken = window.navigator.languages.map((language) => language.slice(0, 2).toLowerCase());
  return [window.localStorage.getItem(KEY), ...spoken].find(isLanguage) ?? 'en';
}

const isLanguage = (value: string | null): value is Language => LANGUAGES.some((language) => language === value);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The language for a reader whose address names none. */
export const usePreferredLanguage = (): Language => useSyncExternalStore(subscribe, preferred);

export function rememberLanguage(language: Language): void {
  window.localStorage.setItem(KEY, language);
  for (const listener of listeners) listener();
}
