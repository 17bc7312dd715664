/** A value of a CSV file; null leaves its field empty. */
export type Field = string | number | null;

/** What neither separates fields nor can be taken for a formula, as most texts are. */
const harmless = /^[A-Za-z0-9(][A-Za-z0-9 .:()_×/-]*$/;

/** A field after RFC 4180, marked where a spreadsheet would run it. */
export function field(value: Field): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  if (harmless.test(value)) return value;
  const text = asText(value);
  return /[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What spreadsheets run as a formula, also behind blanks and in the wide forms of East Asia. */
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** Text that no spreadsheet takes for a formula: an apostrophe marks it as text. */
export function asText(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
