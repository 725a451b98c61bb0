import { createContext, useContext, useSyncExternalStore } from 'react';
import type { App } from './compose.ts';
import type { Session } from './session/session.ts';

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('useApp stands outside AppContext');
  return app;
}

/** Who is signed in; null for nobody. */
export function useSession(): Session | null {
  const { session } = useApp();
  return useSyncExternalStore(session.subscribe, session.current);
}
