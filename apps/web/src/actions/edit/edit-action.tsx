import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { Action } from '../../api/action.ts';
import { useApp } from '../../app-context.ts';
import { texts } from '../../texts.ts';
import { typesKey } from '../cache.ts';

/** The form and its library are loaded when somebody edits. */
const EditForm = lazy(async () => ({ default: (await import('./edit-form.tsx')).EditForm }));

interface EditActionProps {
  readonly action: Action;
  readonly onDone: (saved: Action | null) => void;
}

export function EditAction({ action, onDone }: EditActionProps) {
  const { actions } = useApp();
  const { data: types } = useQuery({ queryKey: typesKey, queryFn: actions.types, staleTime: Number.POSITIVE_INFINITY });
  const loading = <p className="loading">{texts.loading}</p>;
  if (types === undefined) return loading;
  return (
    <Suspense fallback={loading}>
      <EditForm action={action} types={types} onDone={onDone} />
    </Suspense>
  );
}
