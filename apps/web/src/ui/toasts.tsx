import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { texts } from '../texts.ts';
import { Icon } from './icon.tsx';

export interface Toast {
  readonly tone: 'good' | 'bad' | 'info';
  readonly text: string;
}
export type ShowToast = (toast: Toast) => void;

interface Shown extends Toast {
  readonly id: number;
}

const shownMs = 7_000;
const shownMax = 3;

const ShowContext = createContext<ShowToast>(() => undefined);
const ListContext = createContext<{ toasts: readonly Shown[]; drop: (id: number) => void }>({
  toasts: [],
  drop: () => undefined,
});

/** Says what has just happened, in passing; it can be read for good where it happened. */
export const useShowToast = (): ShowToast => useContext(ShowContext);

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const lastId = useRef(0);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback<ShowToast>(
    (toast) => {
      lastId.current += 1;
      const id = lastId.current;
      setToasts((all) => [...all, { ...toast, id }].slice(-shownMax));
      setTimeout(() => drop(id), shownMs);
    },
    [drop],
  );
  const list = useMemo(() => ({ toasts, drop }), [toasts, drop]);
  return (
    <ShowContext value={show}>
      <ListContext value={list}>{children}</ListContext>
    </ShowContext>
  );
}

const icons = { good: 'check', bad: 'warning', info: 'action' } as const;

export function Toasts() {
  const { toasts, drop } = useContext(ListContext);
  return (
    <ul className="toasts" aria-live="polite" aria-relevant="additions">
      {toasts.map(({ id, tone, text }) => (
        <li key={id} className={`toast toast-${tone}`}>
          <Icon name={icons[tone]} />
          <span>{text}</span>
          <button type="button" className="icon-button" aria-label={texts.close} onClick={() => drop(id)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
