import { browserNow } from './adapters/browser-clock.ts';
import { newBrowserKey } from './adapters/browser-key.ts';
import { createBrowserSession } from './adapters/browser-session.ts';
import { type ActionsApi, createActionsApi } from './api/actions.ts';
import { type Caller, createCaller } from './api/caller.ts';
import type { WebConfig } from './config.ts';
import { openEventStream, type StreamOptions } from './live/event-stream.ts';
import { createLocalSignIn } from './session/local-sign-in.ts';
import { createOidcSignIn, type OidcSignIn } from './session/oidc-sign-in.ts';
import type { SessionStore } from './session/session.ts';

export type SignIn =
  | { readonly kind: 'local'; redeem(code: string): Promise<void> }
  | ({ readonly kind: 'oidc' } & OidcSignIn);

/** All that the pages stand on. */
export interface App {
  readonly session: SessionStore;
  readonly signIn: SignIn;
  readonly hasSimulator: boolean;
  readonly actions: ActionsApi;
  /** Of it a page makes the calls that are its own. */
  readonly call: Caller;
  /** Where the API is; empty where the page came from. */
  readonly baseUrl: string;
  /** Unix milliseconds. */
  now(): number;
  /** For a call that may go out twice and is to be done once. */
  newKey(): string;
  /** The stream of this person's changes; gives back what ends it. */
  follow(listener: Pick<StreamOptions, 'onData' | 'onState'>): () => void;
}

export function composeApp(config: WebConfig): App {
  const session = createBrowserSession();
  const token = async () => session.current()?.token ?? null;
  const { apiBaseUrl: baseUrl } = config;
  const call = createCaller({ baseUrl, token, onAnswer: session.judge });
  return {
    session,
    signIn:
      config.signIn.kind === 'local'
        ? { kind: 'local', redeem: createLocalSignIn(call, session) }
        : { kind: 'oidc', ...createOidcSignIn(config.signIn, session) },
    hasSimulator: config.simulator,
    actions: createActionsApi(call),
    call,
    baseUrl,
    now: browserNow,
    newKey: newBrowserKey,
    follow: (listener) =>
      openEventStream({ url: `${baseUrl}/actions/stream`, token, onAnswer: session.judge, ...listener }),
  };
}
