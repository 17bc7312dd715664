import Link from '@docusaurus/Link';
import type { ReactNode } from 'react';
import type { AnswerLink } from '../../plugins/results/page-data.ts';
import styles from './Answers.module.css';

interface Properties {
  answers: readonly AnswerLink[];
  /** Leaves the questions out where the page has just asked them. */
  question?: string;
}

/** Sentences computed from the data, each with the table it rests on. */
export function Answers({ answers, question }: Properties): ReactNode {
  if (answers.length === 0) return null;
  return (
    <ul className={styles.answers}>
      {answers.map((answer) => (
        <li key={answer.id}>
          {answer.question !== question && (
            <p className={styles.question}>
              <bdi>{answer.question}</bdi>
            </p>
          )}
          <p className={styles.text}>
            <bdi>{answer.text}</bdi>
          </p>
          <p className={styles.table}>
            Rests on the table{' '}
            <Link to={answer.path}>
              <bdi>{answer.tableTitle}</bdi>
            </Link>
          </p>
        </li>
      ))}
    </ul>
  );
}
