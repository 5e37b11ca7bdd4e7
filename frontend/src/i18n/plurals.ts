import { LOCALES, type Language } from './languages';

/** Says how many there are of something, in the form that the language has for that number. */
export function plurals(language: Language): (count: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(LOCALES[language]);
  return (count, one, other) => `${numbers.format(count)} ${rules.select(count) === 'one' ? one : other}`;
}
