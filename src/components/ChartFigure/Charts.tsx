import type { ReactNode } from 'react';
import type { Chart } from '../../plugins/results/page-data.ts';
import styles from './ChartFigure.module.css';
import { ChartFigure } from './index.tsx';

/** The charts of a page, each beside the others that show the same metric. */
export function Charts({ charts }: { charts: readonly Chart[] }): ReactNode {
  if (charts.length === 0) return null;
  const kinds = [
    { kind: 'bars', id: 'charts', title: 'Charts' },
    { kind: 'curves', id: 'distributions', title: 'Distributions' },
  ] as const;
  return kinds.map(({ kind, id, title }) => {
    const ofKind = charts.filter((chart) => chart.kind === kind);
    return ofKind.length === 0 ? null : (
      <section key={id} aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        <p className={styles.legend}>{explanation(ofKind)}</p>
        <div className={styles.grid}>
          {ofKind.map((chart) => (
            <ChartFigure key={chart.id} chart={chart} />
          ))}
        </div>
      </section>
    );
  });
}

function explanation([first, ...others]: readonly Chart[]): string {
  const scales = others.length > 0 ? ' Scales differ from chart to chart.' : '';
  if (first?.kind === 'curves') {
    return 'Each line gives the latency that a share of all operations stayed below; steps to the right are ever rarer operations. Lower is better.';
  }
  return `${first?.metric} as the median of all trials; the lines across the bars span the 95 % interval. ${first?.better === 'higher' ? 'Higher' : 'Lower'} is better.${scales}`;
}
