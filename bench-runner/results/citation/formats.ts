import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import { csv } from './csv.ts';
import type { CitationWriter } from './format.ts';
import { latex } from './latex.ts';
import { markdown } from './markdown.ts';
import { text } from './text.ts';

/** All formats of citations, in the order in which they are offered. */
export const citationFormats = {
  markdown,
  text,
  bibtex,
  'csl-json': cslJson,
  csv,
  latex,
} as const satisfies Record<string, CitationWriter>;

export type CitationFormat = keyof typeof citationFormats;

export const citationFormatNames = Object.keys(citationFormats).filter(isCitationFormat);

export function isCitationFormat(name: string): name is CitationFormat {
  return Object.hasOwn(citationFormats, name);
}
