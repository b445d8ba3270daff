import type { JSX } from 'solid-js';
import { drawMonths } from './month-bars.ts';
import './YearChart.css';

export interface YearChartProps {
  /** Posts of each month, January first. */
  readonly months: readonly number[];
  /** Posts of the fullest month of the blog: all years have one scale. */
  readonly most: number;
}

/** The months of a year as bars over a line. For the eye alone: the posts themselves stand beside it. */
export function YearChart(props: YearChartProps): JSX.Element {
  return (
    <svg class="year-chart" viewBox="0 0 120 24" aria-hidden="true">
      <path d={drawMonths(props.months, props.most)} />
    </svg>
  );
}
