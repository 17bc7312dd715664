import type { ReactNode } from 'react';
import type { PageChart } from '../../plugins/results/charts/types.ts';
import styles from './ChartFigure.module.css';
import { ChartFigure } from './index.tsx';

/** Charts of a kind shown at once; more of them are unfolded on demand. */
const shownCharts = 6;

const kinds = [
  { kind: 'bars', id: 'charts', title: 'Charts' },
  { kind: 'scatter', id: 'throughput-and-latency', title: 'Throughput against latency' },
  { kind: 'ratios', id: 'contrasts', title: 'Contrasts' },
  { kind: 'curves', id: 'distributions', title: 'Distributions' },
] as const satisfies { kind: PageChart['kind']; id: string; title: string }[];

/** The charts of a page, each beside the others that show the same. */
export function Charts({ charts }: { charts: readonly PageChart[] }): ReactNode {
  return kinds.map(({ kind, id, title }) => {
    const ofKind = charts.filter((chart) => chart.kind === kind);
    if (ofKind.length === 0) return null;
    const folded = ofKind.length > shownCharts + 1 ? ofKind.slice(shownCharts) : [];
    return (
      <section key={id} aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        <p className={styles.legend}>{explanation(ofKind)}</p>
        <Grid charts={ofKind.slice(0, ofKind.length - folded.length)} />
        {folded.length > 0 && (
          <details className={styles.more}>
            <summary>{folded.length} more charts</summary>
            <Grid charts={folded} />
          </details>
        )}
      </section>
    );
  });
}

function Grid({ charts }: { charts: readonly PageChart[] }): ReactNode {
  return (
    <div className={styles.grid}>
      {charts.map((chart) => (
        <ChartFigure key={chart.id} chart={chart} />
      ))}
    </div>
  );
}

function explanation([first, ...others]: readonly PageChart[]): string {
  const scales = others.length > 0 ? ' Scales differ from chart to chart.' : '';
  switch (first?.kind) {
    case 'curves':
      return 'Each line gives the latency that a share of all operations stayed below; steps to the right are ever rarer operations, and its end is the largest of all. Lower is better.';
    case 'scatter':
      return `Each point is a subject; the lines through it span the 95 % intervals. Further right is more throughput, further down less latency; scales need not begin at zero.`;
    case 'ratios':
      return `Each point is the ratio to the value that the table compares with; the line through it spans the 95 % interval, and at the dashed line nothing differs. ${first.better === 'higher' ? 'Higher' : 'Lower'} is better.${scales}`;
    case 'bars':
      return `${first.metric} as the median of all trials; the lines across the bars span the 95 % interval. ${first.better === 'higher' ? 'Higher' : 'Lower'} is better.${scales}`;
    default:
      return '';
  }
}
