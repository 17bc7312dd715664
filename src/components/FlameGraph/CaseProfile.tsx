import type { ReactNode } from 'react';
import type { ProfiledCase, ProfileFile } from '../../plugins/results/profiles/types.ts';
import { profileFacts, profileTitle } from '../../plugins/results/profiles/words.ts';
import { FlameFigure } from './FlameFigure.tsx';
import styles from './FlameGraph.module.css';
import { HottestFunctions } from './HottestFunctions.tsx';

interface Properties {
  profiled: ProfiledCase;
  load: () => Promise<ProfileFile>;
}

/** A case's profile: the functions that took most of the time, and the call tree as a picture. */
export function CaseProfile({ profiled, load }: Properties): ReactNode {
  const { id } = profiled;
  const headingId = `${id}-title`;
  return (
    <section id={id} className={styles.profile} aria-labelledby={headingId}>
      <h3 id={headingId}>
        <bdi>{profileTitle(profiled)}</bdi>
      </h3>
      <p className={styles.facts}>{profileFacts(profiled)}</p>
      <HottestFunctions profiled={profiled} labelledBy={headingId} />
      <FlameFigure profiled={profiled} load={load} />
    </section>
  );
}
