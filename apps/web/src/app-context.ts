import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Caller } from './api/caller.ts';
import type { App } from './compose.ts';
import type { Session } from './session/session.ts';

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('useApp stands outside AppContext');
  return app;
}

/** The calls of one page, so that they are loaded with it. */
export function useApi<Api>(create: (call: Caller) => Api): Api {
  const { call } = useApp();
  return useMemo(() => create(call), [create, call]);
}

/** Who is signed in; null for nobody. */
export function useSession(): Session | null {
  const { session } = useApp();
  return useSyncExternalStore(session.subscribe, session.current);
}

/** Whether the session of this page is over, and somebody has to sign in again. */
export function useSessionHasEnded(): boolean {
  const { session } = useApp();
  return useSyncExternalStore(session.subscribe, session.hasEnded);
}
