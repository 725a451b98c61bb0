import type { ReactNode } from 'react';

interface EmptyProps {
  readonly title: string;
  readonly advice?: string;
  readonly children?: ReactNode;
}

/** What stands where nothing is to be shown. */
export const Empty = ({ title, advice, children }: EmptyProps) => (
  <div className="empty">
    <p className="empty-title">{title}</p>
    {advice !== undefined && <p>{advice}</p>}
    {children}
  </div>
);
