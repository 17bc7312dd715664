import type { ReactNode } from 'react';
import type { Coverage } from '../../plugins/results/page-data.ts';
import styles from './Coverage.module.css';

type Failure = Coverage['failed'][number];

/** Failed cases: those that failed alike stand together, each with what it printed last. */
export function Failures({ failed }: { failed: readonly Failure[] }): ReactNode {
  const alike = new Map<string, Failure[]>();
  for (const failure of failed) {
    const key = `${failure.stage}\n${failure.message}`;
    alike.set(key, [...(alike.get(key) ?? []), failure]);
  }
  return (
    <ul className={styles.list}>
      {[...alike].map(([key, failures]) => (
        <li key={key}>
          <Alike failures={failures} />
        </li>
      ))}
    </ul>
  );
}

function Alike({ failures }: { failures: readonly Failure[] }): ReactNode {
  const [first] = failures;
  if (!first) return null;
  return (
    <>
      <p className={styles.stage}>
        <span className={styles.failed}>Failed</span> at <strong>{stageTitle(first.stage)}</strong>
        {failures.length === 1 ? (
          <>
            : <code>{first.key}</code>
          </>
        ) : (
          `: ${failures.length} cases`
        )}
      </p>
      <p className={styles.message}>
        <bdi>{first.message}</bdi>
      </p>
      {failures.length === 1 ? (
        <Printed detail={first.detail} open />
      ) : (
        <details>
          <summary>
            {failures.some(({ detail }) => detail !== null)
              ? 'The cases, and what they printed last'
              : 'The cases'}
          </summary>
          <ul className={styles.cases}>
            {failures.map(({ key, detail }) => (
              <li key={key}>
                <code>{key}</code>
                <Printed detail={detail} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface PrintedProperties {
  detail: string | null;
  open?: boolean;
}

function Printed({ detail, open = false }: PrintedProperties): ReactNode {
  return detail === null ? null : (
    <details open={open}>
      <summary>What it printed last</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{detail}</pre>
    </details>
  );
}

const stages: Readonly<Record<string, string>> = {
  prepare: 'preparation',
  start: 'the start of the server',
  check: 'the check before measuring',
  'warm-up': 'the warm-up',
  measure: 'the measurement',
  'check-again': 'the check after measuring',
};

/** A stage of a case's life in words. */
function stageTitle(stage: string): string {
  return stages[stage] ?? stage;
}
