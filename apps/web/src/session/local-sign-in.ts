import type { Caller } from '../api/caller.ts';
import { Session, type SessionStore } from './session.ts';

/** Turns the code of the printed link into a session. A code works once. */
export const createLocalSignIn = (call: Caller, session: SessionStore) => async (code: string) =>
  session.set(await call('POST', '/sign-in', { answer: Session, body: { code } }));
