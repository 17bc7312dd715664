import useBaseUrl from '@docusaurus/useBaseUrl';
import { type ReactNode, useCallback, useRef } from 'react';
import type { SeriesChart, SeriesData, SeriesFile } from '../../plugins/results/charts/types.ts';
import type { SeriesOfPage } from '../../plugins/results/page-data.ts';
import styles from './ChartFigure.module.css';
import { ChartFigure } from './index.tsx';

/** How a scenario went over time. Its figures are fetched once, when the first chart is looked at. */
export function SeriesCharts({ series }: { series: SeriesOfPage | null }): ReactNode {
  const address = useBaseUrl(series?.path ?? '');
  const file = useRef<Promise<SeriesFile> | null>(null);
  const load = useCallback(() => {
    file.current ??= fetchSeries(address);
    return file.current;
  }, [address]);
  if (!series) return null;
  return (
    <section aria-labelledby="over-time">
      <h2 id="over-time">Over time</h2>
      <p className={styles.legend}>
        Each line is the median of a subject’s trials; the band around it reaches from their
        smallest to their largest value. Time counts from the beginning of the measurement.
      </p>
      <div className={styles.grid}>
        {series.charts.map((chart) => (
          <OneSeries key={chart.id} chart={chart} load={load} />
        ))}
      </div>
    </section>
  );
}

interface Properties {
  chart: SeriesChart;
  load: () => Promise<SeriesFile>;
}

function OneSeries({ chart, load }: Properties): ReactNode {
  const fetchData = useCallback(async (): Promise<SeriesData> => {
    const data = (await load())[chart.id];
    if (!data) throw new Error(`its file holds no series ${chart.id}`);
    return data;
  }, [chart, load]);
  return <ChartFigure chart={chart} fetchData={fetchData} />;
}

async function fetchSeries(address: string): Promise<SeriesFile> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(
      `${address} answered ${response.status}; the file is written by a build of the site (npm run site:build)`,
    );
  }
  return (await response.json()) as SeriesFile;
}
