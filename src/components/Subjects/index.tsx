import type { ReactNode } from 'react';
import type { Subject } from '../../../bench-runner/results/schema.ts';
import { shortFingerprint } from '../../../bench-runner/results/short-fingerprint.ts';
import styles from './Subjects.module.css';

interface Properties {
  subjects: readonly Subject[];
  /** The subject the others are compared with, where the page has one. */
  baseline?: string;
}

/** The implementations under test: which version, in which language, and what each does. */
export function Subjects({ subjects, baseline }: Properties): ReactNode {
  return (
    <ul className={styles.subjects}>
      {subjects.map((subject) => (
        <li key={subject.id}>
          <h3>
            <bdi>{subject.title}</bdi> <span className={styles.version}>{subject.version}</span>
            {subject.id === baseline && <span className={styles.baseline}>baseline</span>}
          </h3>
          <p>
            <bdi>{subject.description}</bdi>
          </p>
          <p className={styles.origin}>
            <bdi>{[subject.language, subject.licence].filter(Boolean).join(' · ')}</bdi> ·
            configuration <code>{shortFingerprint(subject.configurationHash)}</code>
          </p>
        </li>
      ))}
    </ul>
  );
}
