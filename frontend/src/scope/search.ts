import type { Scope } from '../api/queries';
import { LANGUAGES, type Language } from '../i18n/languages';

/** What every address may carry: the part of the forum, and the language where the sender wants another than the reader's own. */
export interface ScopeSearch extends Scope {
  lang?: Language;
}

export type RawSearch = Record<string, unknown>;

export function wholeNumber(value: unknown, smallest = 1, largest = Number.MAX_SAFE_INTEGER): number | undefined {
  const number = Number(value);
  return value !== '' && Number.isSafeInteger(number) && number >= smallest && number <= largest ? number : undefined;
}

export function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((known) => known === value);
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, 300) : undefined;
}

export function day(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value) ? value : undefined;
}

/** Nothing in an address is required. */
export const optional = <Search extends object>(search: Search): Partial<Search> => search;

export const scopeSearch = (raw: RawSearch): ScopeSearch => ({
  year: wholeNumber(raw.year, 1970, 9999),
  board: wholeNumber(raw.board),
  lang: oneOf(LANGUAGES, raw.lang),
});

/** Addresses people can read: plain names and values, no JSON. */
export function parseSearch(search: string): RawSearch {
  return Object.fromEntries(new URLSearchParams(search));
}

export function stringifySearch(search: RawSearch): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  const encoded = query.toString();
  return encoded ? `?${encoded}` : '';
}
