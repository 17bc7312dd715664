import { useColorMode } from '@docusaurus/theme-common';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { PageChart, SeriesChart, SeriesData } from '../../plugins/results/charts/types.ts';
import styles from './ChartFigure.module.css';
import { CurveFigures } from './CurveFigures.tsx';
import { aboutScale, chartHeight, describe } from './describe.ts';
import type { Drawable } from './draw.ts';
import { useNear } from './near.ts';

type Properties =
  | { chart: PageChart; fetchData?: never }
  /** The figures of a series are fetched once the chart comes into view. */
  | { chart: SeriesChart; fetchData: () => Promise<SeriesData> };

/** A chart drawn once it comes into view, in a frame of fixed height, so that nothing moves. */
export function ChartFigure({ chart, fetchData }: Properties): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const near = useNear(frame);
  const { colorMode } = useColorMode();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours change with the colour mode
  useEffect(() => {
    if (!near) return;
    let remove: (() => void) | undefined;
    let gone = false;
    const drawable: Promise<Drawable> =
      fetchData === undefined
        ? Promise.resolve(chart)
        : fetchData().then((data) => ({ ...chart, data }));
    Promise.all([import('./draw.ts'), drawable])
      .then(([{ draw }, whole]) => {
        if (!gone && canvas.current) remove = draw(canvas.current, whole);
      })
      .catch((error: unknown) => {
        if (!gone) setFailure(error instanceof Error ? error.message : String(error));
      });
    return () => {
      gone = true;
      remove?.();
    };
  }, [near, chart, fetchData, colorMode]);

  const about = aboutScale(chart);
  return (
    <figure className={styles.figure}>
      <figcaption>
        <strong>
          <bdi>{chart.title}</bdi>
        </strong>{' '}
        {about !== '' && <span className={styles.unit}>{about}</span>}
      </figcaption>
      <div ref={frame} className={styles.frame} style={{ height: chartHeight(chart) }}>
        <canvas ref={canvas} role="img" aria-label={describe(chart)} />
        {failure !== null && (
          <p className={styles.failure}>The chart could not be drawn: {failure}</p>
        )}
        <noscript>
          <p>
            {chart.kind === 'series'
              ? 'The chart needs JavaScript; the CSV file of the series holds its figures.'
              : 'The chart needs JavaScript; the tables above hold the same figures.'}
          </p>
        </noscript>
      </div>
      {chart.kind === 'curves' && <CurveFigures chart={chart} />}
    </figure>
  );
}
