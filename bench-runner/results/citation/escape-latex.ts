import { rememberingRecent } from '../recent.ts';
import type { Table } from '../tables.ts';
import { type CitedTable, escapedTable, oneLine } from './cited-cell.ts';

/** Braces stay balanced, as BibTeX asks even of escaped ones. */
const replacements: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '<': '{\\textless}',
  '>': '{\\textgreater}',
  '|': '{\\textbar}',
  '`': '{\\textasciigrave}',
  // Active in some languages of babel, and a closing quotation mark elsewhere.
  '"': '{\\char34}',
  // At the start of a row they would be taken as arguments of the line break before it.
  '[': '{[}',
  ']': '{]}',
  '*': '{*}',
};

/** Pairs that fonts draw as one dash or quotation mark; the first is set apart. */
const ligature = /--|''|,,/;
const ligatures = /-(?=-)|'(?=')|,(?=,)/g;

/** Text that LaTeX and BibTeX set as typed, on one line. */
export function escapeLatex(text: string): string {
  return escapeLine(oneLine(text));
}

const special = /[\\{}#$%&_~^<>|`"[\]*]/;
const specials = new RegExp(special, 'g');

/** Escapes text that is one line already. */
function escapeLine(line: string): string {
  const escaped = special.test(line)
    ? line.replace(specials, (character) => replacements[character] ?? character)
    : line;
  return ligature.test(escaped) ? escaped.replace(ligatures, '$&{}') : escaped;
}

/** The texts of a table as LaTeX and BibTeX set them, escaped once for both. */
export const latexTable = rememberingRecent(
  (table: Table): CitedTable => escapedTable(table, escapeLine),
);
