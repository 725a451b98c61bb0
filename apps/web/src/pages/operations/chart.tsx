import type { ReactNode } from 'react';

export interface Mark {
  /** From 0, the foot of the chart, to 1. */
  readonly at: number;
  readonly text: string;
}

interface ChartProps {
  readonly title: string;
  /** What it shows, for whoever cannot see it. */
  readonly label: string;
  readonly legend: readonly { readonly className: string; readonly text: string }[];
  /** Lines across, with what they stand for. */
  readonly marks: readonly Mark[];
  /** Moments at even distances, from the first to the last. */
  readonly times: readonly string[];
  /** Units across; there are 100 from the foot up. */
  readonly width: number;
  readonly children: ReactNode;
}

/** The frame of a chart. What is drawn stretches with the page, its words do not. */
export function Chart({ title, label, legend, marks, times, width, children }: ChartProps) {
  return (
    <figure className="chart">
      <figcaption className="chart-title">
        <span>{title}</span>
        <span className="chart-legend">
          {legend.map(({ className, text }) => (
            <span key={text} className={`chart-key ${className}`}>
              {text}
            </span>
          ))}
        </span>
      </figcaption>
      <div className="chart-plot">
        <svg role="img" aria-label={label} viewBox={`0 0 ${width} 100`} preserveAspectRatio="none">
          {marks.map(({ at, text }) => (
            <line key={text} className="chart-line" x2={width} y1={100 - at * 100} y2={100 - at * 100} />
          ))}
          {children}
        </svg>
        {marks.map(({ at, text }) => (
          <span key={text} className="chart-mark" aria-hidden="true" style={{ bottom: `${at * 100}%` }}>
            {text}
          </span>
        ))}
      </div>
      <p className="chart-times" aria-hidden="true">
        {times.map((time, index) => (
          // Two hours of a day can have the same name when clocks are set back.
          <span key={`${index} ${time}`}>{time}</span>
        ))}
      </p>
    </figure>
  );
}
