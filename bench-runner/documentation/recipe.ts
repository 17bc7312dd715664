import type { CodeBlock } from './markdown-blocks.ts';

/** One thing a recipe has its reader do. */
export type RecipeStep =
  | { kind: 'write'; file: string; content: string; line: number }
  /** The lines of `expected` stand in what the command prints, in this order. */
  | { kind: 'run'; command: string; expected: string[]; line: number };

/** What the info string of a block says that holds a command's expected output. */
const expectedMeta = 'expected';

/**
 * The steps that a section's blocks ask for: a block with `file=…` is a file to write, an `sh` block
 * holds a command a line, and a `text expected` block tells what the last of them prints.
 *
 * @throws SyntaxError naming the line of a block that is none of these.
 */
export function recipeSteps(blocks: readonly CodeBlock[]): RecipeStep[] {
  const steps: RecipeStep[] = [];
  for (const { language, meta, content, line } of blocks) {
    const file = /^file=(\S+)$/.exec(meta)?.[1];
    const lines = content.split('\n').filter((text) => text.trim() !== '');
    const last = steps.at(-1);
    if (file) {
      if (file.startsWith('/') || file.split('/').includes('..')) {
        throw new SyntaxError(`line ${line}: expected a file inside the project, not ${file}`);
      }
      steps.push({ kind: 'write', file, content, line });
    } else if (language === 'sh' && meta === '') {
      for (const command of lines) steps.push({ kind: 'run', command, expected: [], line });
    } else if (language === 'text' && meta === expectedMeta && last?.kind === 'run') {
      last.expected.push(...lines.map((text) => text.trim()));
    } else {
      throw new SyntaxError(
        `line ${line}: expected a block with file=…, an sh block, or a "text expected" block after one`,
      );
    }
  }
  return steps;
}

/**
 * The first expected line that does not follow the one before it in the output; null if all do.
 * `…` in a line stands for anything on it.
 */
export function missingLine(expected: readonly string[], output: string): string | null {
  const printed = output.split('\n');
  let from = 0;
  for (const line of expected) {
    const pattern = new RegExp(line.split('…').map(escapeRegExp).join('.*'));
    const found = printed.findIndex((text, index) => index >= from && pattern.test(text));
    if (found === -1) return line;
    from = found + 1;
  }
  return null;
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
