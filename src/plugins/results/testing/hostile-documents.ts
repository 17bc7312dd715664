import { DocumentError } from '../../../../bench-runner/results/document-error.ts';
import type { ResultDocument } from '../../../../bench-runner/results/schema.ts';
import { exampleDocument } from '../../../../bench-runner/results/testing/example-document.ts';
import { exampleProfile } from '../../../../bench-runner/results/testing/example-profile.ts';
import {
  type HostileString,
  hostileStrings,
} from '../../../../bench-runner/results/testing/hostile-strings.ts';

type Content = Omit<ResultDocument, 'fingerprint'>;

/** Free text on one line. */
const titles = new Set([
  ...['title', 'unit', 'operation', 'version', 'language', 'licence', 'name', 'source'],
  ...['cpuModel', 'architecture', 'operatingSystem', 'kernel', 'virtualisation', 'cpuGovernor'],
]);
/** Free text on as many lines as it likes. */
const texts = new Set([
  ...['question', 'hypothesis', 'description', 'caption', 'text', 'detail'],
  ...['reason', 'remedy', 'message'],
]);

export interface HostileDocument extends HostileString {
  document: ResultDocument;
}

/** A document for each hostile text that is not refused, with the text in every field that takes it. */
export function hostileDocuments(): HostileDocument[] {
  return hostileStrings
    .filter(({ refused }) => refused !== 'always')
    .map((hostile, index) => ({ ...hostile, document: hostileDocument(hostile, index) }));
}

function hostileDocument({ name, text, refused }: HostileString, index: number): ResultDocument {
  try {
    return exampleDocument((example) => {
      const content: Content = structuredClone(example);
      content.environment.services = [
        { id: 'redis', name: 'a service', version: '1', standIn: true },
      ];
      for (const one of content.cases) {
        if (one.status !== 'measured' || one.subject !== 'plain') continue;
        one.cpuProfile = exampleProfile();
        const [trial] = one.trials;
        if (trial)
          trial.series = { users: { unit: 'users', startSeconds: [0, 1], values: [1, 2] } };
      }
      spread(content, text, (key) => texts.has(key) || (refused === 'never' && titles.has(key)));
      return { ...content, suite: { ...content.suite, id: `hostile-${index}` } };
    });
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new Error(`the document with the text "${name}" is refused: ${error.message}`);
  }
}

/** Puts a text in place of each string whose key says that it is free text. */
function spread(value: object, text: string, takes: (key: string) => boolean): void {
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'object' && inner !== null) spread(inner, text, takes);
    else if (typeof inner === 'string' && takes(key)) Reflect.set(value, key, text);
  }
}
