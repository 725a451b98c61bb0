import { lazy, Suspense } from 'react';
import type { ConfirmDialogProps } from './confirm-dialog.tsx';

/** The dialog's library comes with the first question: most visits have none. */
const ConfirmDialog = lazy(async () => ({ default: (await import('./confirm-dialog.tsx')).ConfirmDialog }));

export const Confirm = (props: ConfirmDialogProps) => (
  <Suspense>
    <ConfirmDialog {...props} />
  </Suspense>
);
