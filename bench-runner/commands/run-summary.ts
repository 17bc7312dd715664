import type { ResultDocument } from '../results/schema.ts';

/** What a finished run says on the terminal: counts, answers, and where to read on. */
export function summariseRun(id: string, documents: readonly ResultDocument[]): string {
  const lines = [`run ${id}`];
  for (const { suite, cases, answers, caveats } of documents) {
    const count = (status: string) => cases.filter((each) => each.status === status).length;
    lines.push(
      '',
      suite.title,
      `  cases: ${count('measured')} measured, ${count('failed')} failed, ${count('skipped')} skipped`,
    );
    const profiled = cases.filter((each) => each.status === 'measured' && each.cpuProfile).length;
    if (profiled > 0)
      lines.push(`  CPU profiles: ${profiled} cases, on the pages of their scenarios`);
    for (const answer of answers) lines.push(`  ${answer.text}`);
    for (const caveat of caveats) lines.push(`  caveat ${caveat.code}: ${caveat.detail}`);
  }
  lines.push('', `read it: lab show ${id}`, `publish it: lab publish ${id} --version <label>`);
  return lines.join('\n');
}
