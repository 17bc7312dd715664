import { useColorMode } from '@docusaurus/theme-common';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Chart } from '../../plugins/results/page-data.ts';
import styles from './ChartFigure.module.css';
import { chartHeight, describe } from './describe.ts';

/** A chart drawn once it comes into view, in a frame of fixed height, so that nothing moves. */
export function ChartFigure({ chart }: { chart: Chart }): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const near = useNear(frame);
  const { colorMode } = useColorMode();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours change with the colour mode
  useEffect(() => {
    if (!near) return;
    let remove: (() => void) | undefined;
    let gone = false;
    import('./draw.ts').then(({ draw }) => {
      if (!gone && canvas.current) remove = draw(canvas.current, chart);
    });
    return () => {
      gone = true;
      remove?.();
    };
  }, [near, chart, colorMode]);

  return (
    <figure className={styles.figure}>
      <figcaption>
        <strong>
          <bdi>{chart.title}</bdi>
        </strong>{' '}
        <span className={styles.unit}>
          {chart.metric}, {chart.unit}
          {chart.logarithmic && ', logarithmic scale'}
        </span>
      </figcaption>
      <div ref={frame} className={styles.frame} style={{ height: chartHeight(chart) }}>
        <canvas ref={canvas} role="img" aria-label={describe(chart)} />
        <noscript>
          <p>The chart needs JavaScript; the tables above hold the same figures.</p>
        </noscript>
      </div>
    </figure>
  );
}

/** Whether an element has come near the visible part of the page, once and for all. */
function useNear(element: { current: HTMLElement | null }): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        setNear(true);
        observer.disconnect();
      },
      { rootMargin: '200px' },
    );
    observer.observe(element.current);
    // Paper has no scrolling: what is printed must be drawn first.
    const drawForPrint = () => setNear(true);
    window.addEventListener('beforeprint', drawForPrint);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', drawForPrint);
    };
  }, [element]);
  return near;
}
