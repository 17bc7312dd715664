import useBaseUrl from '@docusaurus/useBaseUrl';
import { type ReactNode, useCallback, useRef } from 'react';
import type {
  ProfiledCase,
  ProfileFile,
  ProfilesOfPage,
} from '../../plugins/results/profiles/types.ts';
import { aboutProfiles } from '../../plugins/results/profiles/words.ts';
import { CaseProfile } from './CaseProfile.tsx';
import styles from './FlameGraph.module.css';
import { Owners } from './Owners.tsx';

/** Profiles shown at once; more of them are unfolded on demand. */
const shownCases = 3;

/** CPU profiles of a scenario's cases. Their call trees are fetched once, when the first is looked at. */
export function Profiles({ profiles }: { profiles: ProfilesOfPage | null }): ReactNode {
  const address = useBaseUrl(profiles?.path ?? '');
  const file = useRef<Promise<ProfileFile> | null>(null);
  const load = useCallback(() => {
    file.current ??= fetchProfiles(address);
    return file.current;
  }, [address]);
  if (!profiles) return null;
  const { cases } = profiles;
  const folded = cases.length > shownCases + 1 ? cases.slice(shownCases) : [];
  const list = (of: readonly ProfiledCase[]) =>
    of.map((profiled) => <CaseProfile key={profiled.id} profiled={profiled} load={load} />);
  return (
    <section aria-labelledby="profiles">
      <h2 id="profiles">CPU profiles</h2>
      <p className={styles.about}>{aboutProfiles}</p>
      <Owners />
      {list(cases.slice(0, cases.length - folded.length))}
      {folded.length > 0 && (
        <details className={styles.more}>
          <summary>{folded.length} more profiles</summary>
          {list(folded)}
        </details>
      )}
    </section>
  );
}

async function fetchProfiles(address: string): Promise<ProfileFile> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(
      `${address} answered ${response.status}; the file is written by a build of the site (npm run site:build)`,
    );
  }
  return (await response.json()) as ProfileFile;
}
