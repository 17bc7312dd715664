import type { ReactNode } from 'react';
import { percentilesInTables } from '../../plugins/results/charts/percentiles.ts';
import type { Curve, CurveChart, Estimate } from '../../plugins/results/charts/types.ts';
import { SmallTable } from '../SmallTable/index.tsx';
import styles from './ChartFigure.module.css';
import { formatQuantity } from './quantity.ts';

/** Percentiles that a chart of distributions is drawn from, the largest value last. */
export function CurveFigures({ chart }: { chart: CurveChart }): ReactNode {
  const { curves, unit, title, metric } = chart;
  const percentiles = percentilesInTables.filter((percentile) =>
    curves.some((curve) => pointAt(curve, percentile) !== undefined),
  );
  const largest = curves.some((curve) => curve.largest !== null);
  return (
    <details className={styles.figures}>
      <summary>Figures of this chart</summary>
      <SmallTable label={{ text: `${metric}, ${title}` }}>
        <thead>
          <tr>
            <th scope="col">Subject</th>
            {percentiles.map((percentile) => (
              <th key={percentile} scope="col">
                p{percentile}
              </th>
            ))}
            {largest && <th scope="col">Max</th>}
          </tr>
        </thead>
        <tbody>
          {curves.map((curve) => (
            <tr key={curve.label}>
              <th scope="row">
                <bdi>{curve.label}</bdi>
              </th>
              {percentiles.map((percentile) => (
                <td key={percentile}>
                  <Figure of={pointAt(curve, percentile)} unit={unit} />
                </td>
              ))}
              {largest && (
                <td>{curve.largest ? formatQuantity(curve.largest.value, unit) : '–'}</td>
              )}
            </tr>
          ))}
        </tbody>
      </SmallTable>
    </details>
  );
}

function Figure({ of, unit }: { of: Estimate | undefined; unit: string }): ReactNode {
  if (!of) return '–';
  const { value, low, high } = of;
  return (
    <>
      {formatQuantity(value, unit)}
      {low !== null && high !== null && (
        <small>
          {formatQuantity(low, unit)} to {formatQuantity(high, unit)}
        </small>
      )}
    </>
  );
}

function pointAt({ points }: Curve, wanted: number): Estimate | undefined {
  return points.find(({ percentile }) => percentile === wanted);
}
