/** A fenced block of code in a Markdown page. */
export interface CodeBlock {
  /** The heading of the second level that the block stands under; empty before the first. */
  section: string;
  language: string;
  /** What follows the language on the fence, such as `file=suite.ts`. */
  meta: string;
  /** Text between the fences, each line ended by a newline. */
  content: string;
  /** Line of the opening fence, from 1. */
  line: number;
}

/**
 * The fenced blocks of a page, in order. Fences of three backticks at the start of a line are known,
 * which is all that the pages here use.
 *
 * @throws SyntaxError where a block is not closed.
 */
export function codeBlocks(markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let section = '';
  let open: CodeBlock | undefined;
  for (const [index, text] of markdown.split('\n').entries()) {
    const fence = /^```(\S*)\s*(.*)$/.exec(text);
    if (open && fence) {
      blocks.push(open);
      open = undefined;
    } else if (open) {
      open.content += `${text}\n`;
    } else if (fence) {
      const [, language = '', meta = ''] = fence;
      open = { section, language, meta: meta.trim(), content: '', line: index + 1 };
    } else {
      section = /^## (.+)$/.exec(text)?.[1]?.trim() ?? section;
    }
  }
  if (open) throw new SyntaxError(`the block that opens in line ${open.line} is not closed`);
  return blocks;
}
