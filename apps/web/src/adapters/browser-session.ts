import { Session, type SessionStore } from '../session/session.ts';

const key = 'intexuraos.session';

function read(): Session | null {
  const stored = localStorage.getItem(key);
  if (stored === null) return null;
  const session = Session.safeParse(jsonOf(stored));
  return session.success && Date.parse(session.data.expiresAt) > Date.now() ? session.data : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Kept in the browser's own storage; other tabs hear of it by its `storage` event. */
export function createBrowserSession(): SessionStore {
  const listeners = new Set<() => void>();
  let session = read();
  let takenToken: string | null = null;
  let hasEnded = false;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  addEventListener('storage', (event) => {
    if (event.key !== key && event.key !== null) return;
    const next = read();
    if (next !== null || !hasEnded) become(next);
  });
  function become(next: Session | null): void {
    session = next;
    hasEnded = false;
    tell();
  }
  function set(next: Session | null): void {
    if (next === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(next));
    become(next);
  }
  return {
    current: () => session,
    hasEnded: () => hasEnded,
    set,
    judge(token, isTaken) {
      if (token === null || token !== session?.token) return;
      if (isTaken) takenToken = token;
      else if (token !== takenToken) set(null);
      else if (!hasEnded) {
        hasEnded = true;
        tell();
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
