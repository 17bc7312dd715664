import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ProfiledCase, ProfileFile } from '../../plugins/results/profiles/types.ts';
import { profileTitle } from '../../plugins/results/profiles/words.ts';
import { useNear } from '../ChartFigure/near.ts';
import styles from './FlameGraph.module.css';
import { flameHeight } from './frame-size.ts';

interface Properties {
  profiled: ProfiledCase;
  load: () => Promise<ProfileFile>;
}

/** A flame graph drawn once it comes into view, in a frame of fixed height, so that nothing moves. */
export function FlameFigure({ profiled, load }: Properties): ReactNode {
  const { id, levels } = profiled;
  const frame = useRef<HTMLDivElement>(null);
  const details = useRef<HTMLParagraphElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const near = useNear(frame);

  useEffect(() => {
    if (!near) return;
    let remove: (() => void) | undefined;
    let gone = false;
    Promise.all([import('./draw.ts'), load()])
      .then(([{ drawFlameGraph }, file]) => {
        const root = file[id];
        if (!root) throw new Error(`its file holds no profile ${id}`);
        if (!gone && frame.current && details.current) {
          remove = drawFlameGraph(frame.current, details.current, root, levels);
        }
      })
      .catch((error: unknown) => {
        if (!gone) setFailure(error instanceof Error ? error.message : String(error));
      });
    return () => {
      gone = true;
      remove?.();
    };
  }, [near, id, levels, load]);

  return (
    <figure className={styles.figure}>
      <figcaption>
        Each frame is a function, as wide as the time it took with all that it called, and stands
        below its caller. Click one to enlarge it, and the topmost to see all again.
      </figcaption>
      <div
        ref={frame}
        className={styles.frame}
        style={{ height: flameHeight(levels) }}
        role="img"
        aria-label={`Flame graph: ${profileTitle(profiled)}. The table above names the functions with the most time of their own.`}
      >
        {failure !== null && <p>The flame graph could not be drawn: {failure}</p>}
        <noscript>
          <p>
            The flame graph needs JavaScript; the table above names the functions with the most time
            of their own.
          </p>
        </noscript>
      </div>
      <p ref={details} className={styles.details} aria-hidden="true" />
    </figure>
  );
}
