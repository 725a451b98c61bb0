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
  const tell = () => {
    for (const listener of listeners) listener();
  };
  addEventListener('storage', (event) => {
    if (event.key !== key && event.key !== null) return;
    session = read();
    tell();
  });
  return {
    current: () => session,
    set(next) {
      session = next;
      if (next === null) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(next));
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
