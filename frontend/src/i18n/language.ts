import { createContext, useContext, useMemo } from 'react';
import { de, type Messages } from './de';
import { en } from './en';
import { formats, type Formats } from './formats';
import type { Language } from './languages';

const CATALOGUE: Record<Language, Messages> = { de, en };

export const LanguageContext = createContext<Language>('de');

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useMessages(): Messages {
  return CATALOGUE[useLanguage()];
}

export function useFormats(): Formats {
  const language = useLanguage();
  return useMemo(() => formats(language), [language]);
}
