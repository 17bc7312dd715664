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
const ligatures = /-(?=-)|'(?=')|,(?=,)/g;

/** Text that LaTeX and BibTeX set as typed, on one line. */
export function escapeLatex(text: string): string {
  return oneLine(text)
    .replace(/[\\{}#$%&_~^<>|`"[\]*]/g, (character) => replacements[character] ?? character)
    .replace(ligatures, '$&{}');
}

const escaped = new WeakMap<Table, CitedTable>();

/** The texts of a table as LaTeX and BibTeX set them, escaped once for both. */
export function latexTable(table: Table): CitedTable {
  const known = escaped.get(table);
  if (known) return known;
  const made = escapedTable(table, escapeLatex);
  escaped.set(table, made);
  return made;
}
