import type { ReactNode } from 'react';
import type { CodeOwner } from '../../plugins/results/profiles/types.ts';
import styles from './FlameGraph.module.css';

const owners: readonly (readonly [CodeOwner, string])[] = [
  ['subject', 'the subject'],
  ['runner', 'the scenario and the lab'],
  ['package', 'packages'],
  ['node', 'Node.js'],
  ['engine', 'V8, native code and waiting'],
];

/** What the colours of frames stand for. */
export function Owners(): ReactNode {
  return (
    <p className={styles.owners}>
      Colours say whose code a function is:{' '}
      {owners.map(([owner, title], index) => (
        <span key={owner}>
          <span className={styles.swatch} data-owner={owner} aria-hidden="true" />
          {title}
          {index < owners.length - 1 ? ', ' : '.'}
        </span>
      ))}
    </p>
  );
}
