import type { Citation } from '../citation.ts';

/** A way to write a citation. */
export interface CitationWriter {
  title: string;
  /** File name extension without the dot. */
  extension: string;
  mediaType: string;
  write(citation: Citation): string;
  /** The parts of what is written that hold the table's figures, by which a citation is checked. */
  rows(citation: Citation): string[];
}
