import { createProcessor } from '@mdx-js/mdx';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { oneLine } from './cited-cell.ts';
import { markdown } from './markdown.ts';
import { citableTexts, citeExample, citeText } from './testing/cite-text.ts';

interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

const readers = {
  Markdown: (source: string): Node => unified().use(remarkParse).use(remarkGfm).parse(source),
  MDX: (source: string): Node => createProcessor({ remarkPlugins: [remarkGfm] }).parse(source),
};

const all = (node: Node, type: string): Node[] => [
  ...(node.type === type ? [node] : []),
  ...(node.children ?? []).flatMap((child) => all(child, type)),
];

const types = (node: Node): string[] => [node.type, ...(node.children ?? []).flatMap(types)];

const textOf = (node: Node): string =>
  node.value ?? (node.children ?? []).map(textOf).join(node.type === 'root' ? '\n' : '');

const inert = new Set(
  ['root', 'paragraph', 'strong', 'text', 'table', 'tableRow', 'tableCell', 'link'].concat([
    'footnoteReference',
    'footnoteDefinition',
    'inlineCode',
  ]),
);

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('a citation in Markdown', () => {
  it('is a table under its title and a footnote', () => {
    expect(markdown.write(citeExample())).toBe(
      [
        '**Writing messages of 1 KB**[^2026.11-example-write-1024]',
        '',
        '| Rank | Subject | Time (ns/op) | Against Plain |',
        '| --- | --- | ---: | --- |',
        '| 1 | Pooled | 79.0 (78.0 to 80.0; n = 3) | 0.760× (0.745× to 0.775×; n = 3; better) |',
        '| 2 | Plain | 104.0 (102.0 to 107.0; n = 3) \\[a\\] | 1.00× (n = 3; baseline) |',
        '| – (skipped: go is not on the PATH) | Foreign | – (skipped: go is not on the PATH) | – (skipped: go is not on the PATH) |',
        '',
        `[^2026.11-example-write-1024]: Benchmark Lab, Example, version 2026.11, 2026-11-20, [write-1024](https://example.org/results/2026.11/example/write/#write-1024). Environment: Example CPU 2.4 GHz, 2 cores, 8 GB, Example Linux 12 (kernel 6.1.0, x64), kvm, Node.js 20.19.0. Caveats: \\[a\\] few-trials: 3 trials a case; quick-profile: Measured with the quick profile. Fingerprint ${citeExample().fingerprint}, verify \`${citeExample().token}\`.`,
        '',
      ].join('\n'),
    );
  });

  it('says so where no caveat is in force', () => {
    const citation = { ...citeExample(), caveats: [] };
    expect(markdown.write(citation)).toContain('Caveats: none.');
  });

  describe.each(Object.entries(readers))('read as %s', (_kind, read) => {
    it.each(citableTexts)('shows $name as typed, and nothing of it runs', ({ text }) => {
      const tree = read(markdown.write(citeText(text)));
      expect(types(tree).filter((type) => !inert.has(type))).toEqual([]);
      const cells = all(tree, 'tableCell').map((cell) => squeezed(textOf(cell)));
      const typed = squeezed(oneLine(text));
      expect(cells).toEqual([
        typed,
        squeezed(`Time (${text})`),
        'Last',
        typed,
        squeezed(`– (${text})`),
        'end',
        'start',
        squeezed(`7 (published: ${text})`),
        typed,
      ]);
      const footnote = squeezed(textOf(all(tree, 'footnoteDefinition')[0] ?? tree));
      expect(footnote).toContain(typed);
      expect(footnote).toContain('Fingerprint');
    });
  });
});
