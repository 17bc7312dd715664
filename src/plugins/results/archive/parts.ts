import type { Caveat } from '../../../../bench-runner/results/caveat.ts';
import type { Environment } from '../../../../bench-runner/results/environment.ts';
import { formatBytes } from '../../../../bench-runner/results/format.ts';
import { generatorLine, placementLine } from '../../../../bench-runner/results/load-lines.ts';
import type { Run } from '../../../../bench-runner/results/schema.ts';
import type { AnswerLink, Coverage } from '../page-data.ts';
import { caveatList } from './caveats.ts';
import { type Html, html } from './html.ts';
import { href } from './layout.ts';

/** Answers computed from the data, each with the table it rests on. */
export function answerList(answers: readonly AnswerLink[]): Html | null {
  if (answers.length === 0) return null;
  const items = answers.map(
    ({ question, text, path, tableTitle }) =>
      html`<dt>${question}</dt>\n<dd>${text} <a href="${href(path)}">${tableTitle}</a></dd>\n`,
  );
  return html`<dl class="answers">\n${items}</dl>`;
}

export function caveatSection(caveats: readonly Caveat[]): Html | null {
  return caveats.length === 0 ? null : html`<h2>Caveats</h2>\n${caveatList(caveats)}`;
}

/** What was measured; failed and skipped cases with their reasons. */
export function coverageSection({ measured, failed, skipped }: Coverage, level: 2 | 3): Html {
  const missing = failed.length + skipped.reduce((sum, { keys }) => sum + keys.length, 0);
  const heading = level === 2 ? html`<h2>Coverage</h2>` : html`<h3>Coverage</h3>`;
  const failures = failed.map(
    ({ key, stage, message, detail }) =>
      html`<li><code>${key}</code> failed at the stage <q>${stage}</q>: <bdi>${message}</bdi>${
        detail === null ? null : html`<pre tabindex="0">${detail}</pre>`
      }</li>\n`,
  );
  const reasons = skipped.map(
    ({ reason, remedy, keys }) =>
      html`<li>${keys.map((key) => html`<code>${key}</code> `)}skipped: <bdi>${reason}</bdi>${
        remedy === null ? null : html`; what helps: <bdi>${remedy}</bdi>`
      }</li>\n`,
  );
  return html`${heading}
<p>${measured} of ${measured + missing} cases measured.</p>
${missing > 0 ? html`<ul>\n${failures}${reasons}</ul>` : null}`;
}

/** What the run was measured on and how, as a list of terms. */
export function environmentFacts(environment: Environment): Html {
  const { cgroup } = environment;
  const limits = [
    cgroup.cpuLimit === null ? null : `${cgroup.cpuLimit} processors`,
    cgroup.memoryLimitBytes === null ? null : formatBytes(cgroup.memoryLimitBytes),
  ].filter((limit) => limit !== null);
  const facts: [string, string][] = [
    [
      'Processor',
      `${environment.cpuModel}, ${environment.cores} cores, ${environment.architecture}`,
    ],
    ['Memory', formatBytes(environment.memoryBytes)],
    ['System', `${environment.operatingSystem}, kernel ${environment.kernel}`],
    ['Virtualisation', environment.virtualisation ?? 'none found'],
    ['Limits of the control group', limits.length > 0 ? limits.join(', ') : 'none'],
    ['Frequency governor', environment.cpuGovernor ?? 'not told'],
    ['Runtimes', environment.runtimes.map(({ name, version }) => `${name} ${version}`).join(', ')],
    [
      'Services',
      environment.services
        .map(({ name, version, standIn }) => `${name} ${version}${standIn ? ' (stand-in)' : ''}`)
        .join(', ') || 'none',
    ],
  ];
  const placement = placementLine(environment);
  if (placement !== null) facts.push(['Placement', placement]);
  const generator = generatorLine(environment);
  if (generator !== null) facts.push(['Load generator', generator]);
  return terms(facts);
}

export function runFacts(run: Run): Html {
  const { lab } = run;
  const commit = lab.commit === null ? '' : `, commit ${lab.commit.slice(0, 12)}`;
  return terms([
    ['Run', run.id],
    ['Measured', `${day(run.startedAt)} to ${day(run.finishedAt)} UTC`],
    ['Profile', `${run.profile}, ${run.blocks} blocks, seed ${run.seed}`],
    ['Benchmark Lab', `${lab.version}${commit}${lab.modified ? ', modified' : ''}`],
  ]);
}

function terms(facts: readonly [string, string][]): Html {
  return html`<dl class="terms">
${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`)}</dl>`;
}

function day(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
