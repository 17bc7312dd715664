import type { ContractContext } from '../../../define/suite.ts';
import { type Client, createClient } from './client.ts';
import type { Section } from './section.ts';
import { sections } from './sections.ts';
import { NoAnswer, Violation } from './violation.ts';

const reportedViolations = 20;

/**
 * Asks a subject's server everything it must be able to answer, and much that it must refuse.
 *
 * @throws Error listing up to 20 violations, each with the request, the answer and what was
 *   expected.
 */
export function runContract(context: ContractContext): Promise<void> {
  return runSections(context, sections);
}

/** As `runContract`, for some of it. */
export async function runSections(
  context: ContractContext,
  asked: readonly Section[],
): Promise<void> {
  const client = createClient(context);
  const violations: string[] = [];
  for (const section of asked) {
    if (!available(section.parts, context.parts)) continue;
    if (!available(section.services, context.services)) continue;
    for (const step of section.steps) {
      context.signal.throwIfAborted();
      try {
        await step(client);
      } catch (error) {
        if (!(error instanceof Violation)) throw error;
        violations.push(`${section.title}: ${error.message}`);
        if (violations.length === reportedViolations) throw broken(context.subject, violations);
        if (error instanceof NoAnswer && !(await isReachable(client))) {
          violations.push(`${section.title}: the server is gone, and nothing more was asked`);
          throw broken(context.subject, violations);
        }
      }
    }
  }
  if (violations.length > 0) throw broken(context.subject, violations);
}

async function isReachable(client: Client): Promise<boolean> {
  return client.send('GET', '/health').then(
    () => true,
    () => false,
  );
}

const available = (needed: readonly string[], present: readonly string[] | undefined) =>
  !present || needed.every((name) => present.includes(name));

function broken(subject: string, violations: readonly string[]): Error {
  const more = violations.length === reportedViolations ? ' at least' : '';
  return new Error(
    [
      `${subject} does not keep the contract of the suite in${more} ${violations.length} places; contract/README.md says what is expected.`,
      ...violations.map((violation) => `- ${violation}`),
    ].join('\n'),
  );
}
