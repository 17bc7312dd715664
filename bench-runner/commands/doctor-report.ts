import type { Check } from '../environment/check.ts';
import type { Diagnosis } from '../environment/diagnosis.ts';

const narrow = 60;
const groups = [
  ['machine', 'Machine'],
  ['services', 'Services (a suite that needs one which is missing is skipped)'],
  ['programs', 'Programs (none of them is needed)'],
] as const;

/** Writes a diagnosis as text of at most `width` columns, words longer than that apart. */
export function formatDiagnosis({ checks, ready }: Diagnosis, width: number): string {
  const lines: string[] = [];
  for (const [group, heading] of groups) {
    const members = checks.filter((check) => check.group === group);
    if (members.length === 0) continue;
    lines.push(...wrap(heading, width, ''));
    const titleWidth = Math.max(...members.map((check) => check.title.length));
    for (const check of members) lines.push(...formatCheck(check, titleWidth, width));
    lines.push('');
  }
  lines.push(...wrap(conclusion(checks, ready), width, ''));
  return lines.join('\n');
}

function formatCheck(check: Check, titleWidth: number, width: number): string[] {
  const label = labelOf(check);
  if (width < narrow) {
    const lines = wrap(`${label}  ${check.title}: ${check.finding}`, width, '    ', '  ');
    if (check.remedy) lines.push(...wrap(`→ ${check.remedy}`, width, '      ', '    '));
    return lines;
  }
  const start = `  ${label.padEnd(9)}${check.title.padEnd(titleWidth + 2)}`;
  const indent = ' '.repeat(start.length);
  const lines = wrap(check.finding, width, indent, start);
  if (check.remedy) lines.push(...wrap(`→ ${check.remedy}`, width, `${indent}  `, indent));
  return lines;
}

function labelOf({ status, needed }: Check): string {
  return status === 'missing' && needed ? 'NEEDED' : status;
}

function conclusion(checks: readonly Check[], ready: boolean): string {
  if (!ready) {
    const lacking = checks.filter((check) => check.needed && check.status === 'missing');
    const names = lacking.map((check) => check.title).join(', ');
    return `Not ready to measure. See what is marked NEEDED: ${names}.`;
  }
  const notices = checks.filter((check) => check.status === 'notice').length;
  if (notices === 0) return 'Ready to measure.';
  return `Ready to measure, with ${notices} ${notices === 1 ? 'notice' : 'notices'} above.`;
}

/** Breaks a text between words; lines but the first start with `indent`. */
function wrap(text: string, width: number, indent: string, start = indent): string[] {
  const lines: string[] = [];
  let line = start;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
