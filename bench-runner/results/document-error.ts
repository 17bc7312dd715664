/** A rule that a document breaks, at a field. */
export interface Problem {
  /** Such as `cases[3].trials[0].durationMs`; empty for the document as a whole. */
  path: string;
  rule: string;
}

const shown = 10;

/** What a result document is refused with: names the file, each field and the rule it breaks. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly file: string;
  readonly problems: readonly Problem[];

  constructor(file: string, problems: readonly Problem[]) {
    const lines = problems
      .slice(0, shown)
      .map(({ path, rule }) => `  ${visible(path === '' ? 'document' : path)}: ${visible(rule)}`);
    const more = problems.length > shown ? [`  and ${problems.length - shown} more`] : [];
    super([`${visible(file)} is not a valid result document:`, ...lines, ...more].join('\n'));
    this.file = file;
    this.problems = problems;
  }
}

/** Text from a refused document on one line of a terminal: invisible characters are spelt out. */
function visible(text: string): string {
  const cut = text.length > 300 ? `${text.slice(0, 300)}…` : text;
  return cut.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
