/** The languages of the pages, the first one where nothing is known about the reader, and how each writes numbers. */
export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const LOCALES: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };
