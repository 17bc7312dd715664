import type { Root, RootContent } from 'mdast';
import { findTable } from './published-table.ts';
import { tableNodes } from './table-nodes.ts';

/** What this plugin needs to know of a leaf directive: `::name{key="value"}`. */
interface Directive {
  type: 'leafDirective';
  name: string;
  attributes?: Record<string, string | null | undefined> | null;
  position?: { start: { line: number } };
}

interface Parent {
  children: (RootContent | Directive)[];
}

interface SourceFile {
  path?: string;
}

export const directiveName = 'result-table';

/**
 * A remark plugin that puts published tables into docs and notes:
 * `::result-table{ref="<version>/<suite>/<table>"}` becomes the table and its citation. Texts of
 * the result stay texts: nothing in them is read as Markdown or code.
 * @throws Error naming file, line and the known references where there is no such table.
 */
export function resultTables(siteDir: string) {
  // Not the folder that a build may take its result pages from: docs and notes are the project's,
  // and so is what they cite.
  return () => async (tree: Root, file: SourceFile) => {
    await replaceIn(tree as Parent, siteDir, file);
  };
}

async function replaceIn(parent: Parent, root: string, file: SourceFile): Promise<void> {
  const children: Parent['children'] = [];
  for (const child of parent.children) {
    if (child.type === 'leafDirective' && isResultTable(child)) {
      children.push(...(await nodesOf(child, root, file)));
      continue;
    }
    if ('children' in child) await replaceIn(child as Parent, root, file);
    children.push(child);
  }
  parent.children = children;
}

function isResultTable(node: object): node is Directive {
  return 'name' in node && node.name === directiveName;
}

async function nodesOf(
  directive: Directive,
  root: string,
  file: SourceFile,
): Promise<RootContent[]> {
  const reference = directive.attributes?.ref ?? '';
  try {
    return tableNodes(await findTable(reference, root));
  } catch (cause) {
    const place = `${file.path ?? 'a page'}:${directive.position?.start.line ?? '?'}`;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${place}: ::${directiveName}{ref=${JSON.stringify(reference)}}: ${reason}`, {
      cause,
    });
  }
}
