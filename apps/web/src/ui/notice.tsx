import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export type NoticeTone = 'info' | 'warning' | 'bad' | 'good';

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly children: ReactNode;
  /** Read aloud when it appears. */
  readonly isNews?: boolean;
}

const icons = { info: 'info', warning: 'warning', bad: 'warning', good: 'check' } as const;

export const Notice = ({ tone, children, isNews = false }: NoticeProps) => (
  <div className={`notice notice-${tone}`} role={isNews ? 'alert' : undefined}>
    <Icon name={icons[tone]} />
    <div>{children}</div>
  </div>
);
