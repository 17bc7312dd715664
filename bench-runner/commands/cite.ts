import { Command, Option } from 'commander';
import {
  type CitationFormat,
  citationFormatNames,
  citationFormats,
} from '../results/citation/formats.ts';
import { citationOf } from '../results/citation.ts';
import { fingerprintOfTable } from '../results/fingerprint.ts';
import { siteRoot } from '../results/site.ts';
import { documentFile, readDocumentText } from '../results/store.ts';
import { verifyDocument } from '../results/verify-document.ts';
import { LabError } from './lab-error.ts';
import { selectResults } from './selected-results.ts';

export function citeCommand(): Command {
  return new Command('cite')
    .description('Print a citation of a published table.')
    .argument('<table>', '<version>/<suite>/<table>')
    .addOption(
      new Option('--format <format>', 'how to write it')
        .choices(citationFormatNames)
        .default('markdown'),
    )
    .option('--json', 'print the citation in all formats as JSON on standard output')
    .addHelpText(
      'after',
      '\nExample:\n  $ lab cite 2026.11/multiplexer/write-memory-size-1024 --format bibtex',
    )
    .action(async (reference: string, flags: { format: CitationFormat; json?: boolean }) => {
      const citation = await cite(reference);
      if (!flags.json) {
        process.stdout.write(citationFormats[flags.format].write(citation));
        return;
      }
      const { version, suite, table, fingerprint, permalink, token } = citation;
      const formats = Object.fromEntries(
        citationFormatNames.map((name) => [name, citationFormats[name].write(citation)]),
      );
      const cited = `${version}/${suite}/${table.id}`;
      console.log(
        JSON.stringify({ table: cited, fingerprint, permalink, verify: token, formats }, null, 2),
      );
    });
}

async function cite(reference: string) {
  const { results, published, documents, table } = await selectResults(reference);
  const [document] = documents;
  if (!published) {
    throw new LabError('only a table of a published version can be cited: a local run goes away', {
      exitCode: 2,
      remedy: `Publish it first: lab publish ${results.name} --version <label>`,
    });
  }
  if (!document || !table) {
    throw new LabError(`expected <version>/<suite>/<table>, not ${JSON.stringify(reference)}`, {
      exitCode: 2,
      remedy: `List the tables: lab show ${results.name}`,
    });
  }
  const file = documentFile(results.folder, document.suite.id);
  const { differences } = verifyDocument(await readDocumentText(file), file);
  if (differences.length > 0) {
    throw new LabError(
      [`${file} was changed after it was sealed:`, ...differences.map((line) => `  ${line}`)].join(
        '\n',
      ),
      { exitCode: 1, remedy: 'Restore the published file; a version never changes.' },
    );
  }
  return citationOf({
    ...document,
    version: results.name,
    table,
    fingerprint: fingerprintOfTable(table),
    siteRoot: siteRoot(),
  });
}
