import type { Language } from '../i18n/languages';

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A spreadsheet reads a file without it in the machine's own encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Values as a spreadsheet in that language opens them: RFC 4180, in German with semicolons and decimal commas. A text that a
 * spreadsheet would take for a formula is preceded by an apostrophe.
 */
export function csv(language: Language, header: string[], rows: (string | number)[][]): string {
  const separator = language === 'de' ? ';' : ',';
  const line = (row: (string | number)[]) => row.map((value) => field(value, language)).join(separator) + '\r\n';
  return BYTE_ORDER_MARK + [header, ...rows].map(line).join('');
}

function field(value: string | number, language: Language): string {
  const text =
    typeof value === 'number'
      ? language === 'de'
        ? String(value).replace('.', ',')
        : String(value)
      : FORMULA.test(value)
        ? `'${value}`
        : value;
  return /[";,\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A file's name that says what was chosen, in letters that every file system takes. */
export function fileName(...parts: (string | number | undefined)[]): string {
  const name = parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => String(part).toLowerCase())
    .join('-')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `potstats2-${name}.csv`;
}

/** Hands a text to the browser as a file. */
export function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
