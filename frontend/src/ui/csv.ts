import { LOCALES, type Language } from '../i18n/languages';

export type Cell = string | number | undefined;

export interface Sheet {
  header: string[];
  rows: Cell[][];
}

/** Says to a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Separated values as the spreadsheets of a language open them: with commas as RFC 4180 has them, or with semicolons where
 * the comma stands in numbers.
 */
export function csv({ header, rows }: Sheet, language: Language): string {
  const separator = language === 'de' ? ';' : ',';
  const numbers = new Intl.NumberFormat(LOCALES[language], { useGrouping: false, maximumFractionDigits: 4 });
  const field = (cell: Cell) =>
    typeof cell === 'number' ? numbers.format(cell) : quoted(defused(cell ?? ''), separator);
  return BYTE_ORDER_MARK + [header, ...rows].map((row) => row.map(field).join(separator) + '\r\n').join('');
}

/** A spreadsheet would run it as a formula, and names are anything. */
const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const quoted = (text: string, separator: string): string =>
  text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A file name of what was chosen, in letters that every system takes. */
export function fileName(parts: (string | number | undefined)[], ending: string): string {
  const words = parts.filter((part) => part !== undefined).map((part) => plain(String(part)));
  return `${['potstats2', ...words].filter((word) => word !== '').join('-')}.${ending}`;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}

/** Hands a text to the browser as a file. */
export function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
