import type { Account, OAuthProvider, Operations, Risk } from '@intexuraos/connectors';
import type { Quota } from '@intexuraos/http-server';
import type { Clock, JsonObject, Logger, newSecret, Random } from '@intexuraos/kernel';
import type { Publisher } from '@intexuraos/messaging';
import type { Background } from '@intexuraos/platform';
import type { AccountSecret } from './domain/account-secret.ts';
import type { Connection } from './domain/connection.ts';
import type { CrashPoint } from './domain/crash-points.ts';
import type { LoginPerson, LoginSession } from './domain/login.ts';
import type { Departure, Return, TokenAnswer } from './domain/oauth-exchange.ts';
import type { OAuthFlow } from './domain/oauth-flow.ts';
import type { Performance } from './domain/performance.ts';
import type { Schedule } from './domain/schedule.ts';

/** Every door of action-engine to the outside, with its contract in words. */
export interface ActionEnginePorts {
  readonly performances: Performances;
  readonly schedules: Schedules;
  readonly nextOf: NextOf;
  readonly connections: Connections;
  readonly accounts: Accounts;
  readonly oauthFlows: OAuthFlows;
  readonly oauthServers: OAuthServers;
  /** Where people's browsers come back to, exactly: `https://api.example/auth/callback`. */
  readonly redirectUri: string;
  /** Where they go from there; null: nowhere. */
  readonly webAppUrl: string | null;
  readonly operations: Operations;
  readonly requestApproval: RequestApproval;
  /** From which risk on a change is asked about first, whether or not the caller wants it; null: from none. */
  readonly approvalFrom: Risk | null;
  /** Connectors that only simulate, by the environment. */
  readonly simulated: ReadonlySet<string>;
  /** What the environment describes, for the person of a machine that is theirs alone. */
  readonly defaultAccounts: readonly DefaultAccount[];
  readonly logins: Logins;
  readonly passwords: Passwords;
  /** Null: no key to sign with is configured, so nobody signs in here. */
  readonly accessTokens: AccessTokens | null;
  /** Null: no OIDC provider is configured. */
  readonly identities: Identities | null;
  /** How often it may be tried, by name and address (`login`) and by address (`address`). */
  readonly loginQuota: Quota;
  readonly newSecret: typeof newSecret;
  readonly callbacks: CallbackSender;
  /** For an operator, who can have it sent again. */
  putAside(callback: LostCallback): Promise<void>;
  readonly publisher: Publisher;
  readonly background: Background;
  readonly crashPoint: CrashPoint;
  /** For so long nobody else takes over what has begun; longer by as much as its operation's patience. */
  readonly leaseMs: number;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  ping(): Promise<void>;
}

/** One stored state of a performance; hand it back to change it. */
export interface KeptPerformance {
  readonly performance: Performance;
  readonly version: string | number;
}

export interface PerformanceQuery {
  readonly userId: string;
  /** 1 to 100. */
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface Performances {
  get(id: string): Promise<KeptPerformance | null>;
  /** Keyed by person and key: the one that is there already when this is a copy, and nothing was written then. */
  add(performance: Performance): Promise<{ readonly added: boolean; readonly kept: KeptPerformance }>;
  /** Null: somebody changed it since `kept` was read. Nothing was written then. */
  change(kept: KeptPerformance, next: Performance): Promise<KeptPerformance | null>;
  /** Those about which there is something to do by now: the longest overdue first, at most `limit`. */
  due(now: number, limit: number): Promise<readonly KeptPerformance[]>;
  /** The newest that this person's request of that id began. */
  ofRequest(userId: string, requestId: string): Promise<KeptPerformance | null>;
  /** What is to run later, the next first; at most 100. */
  planned(userId: string): Promise<readonly KeptPerformance[]>;
  /** Newest first. */
  list(query: PerformanceQuery): Promise<{
    readonly performances: readonly Performance[];
    readonly nextCursor: string | null;
  }>;
}

/** One stored state of a schedule; hand it back to change it. */
export interface KeptSchedule {
  readonly schedule: Schedule;
  readonly version: string | number;
}

/** What is performed again and again. */
export interface Schedules {
  /** At most 100, the next first. */
  list(userId: string): Promise<readonly Schedule[]>;
  /** The one that is there already when the id is taken; nothing was written then. */
  add(schedule: Schedule): Promise<Schedule>;
  due(now: number, limit: number): Promise<readonly KeptSchedule[]>;
  /** Nothing happens when somebody changed or removed it since `kept` was read. */
  moveOn(kept: KeptSchedule, nextAt: number): Promise<void>;
  /** False: this person has no such schedule. */
  remove(userId: string, id: string): Promise<boolean>;
}

export type ApprovalRequested =
  | { readonly outcome: 'requested'; readonly actionId: string }
  /** The same request will never be taken. */
  | { readonly outcome: 'refused'; readonly code: string; readonly message: string }
  /** Not now, or nobody knows: the same request may be repeated. */
  | { readonly outcome: 'failed'; readonly code: string };

/** Has actions-agent ask the person about what waits; one action for each performance, however often it is asked. */
export type RequestApproval = (waiting: Performance, title: string) => Promise<ApprovalRequested>;

/** When a cron expression comes next after a moment; null: never, or it is none. Throws nothing. */
export type NextOf = (cron: string, timeZone: string, after: number) => number | null;

/** A callback that nobody took, often enough. */
export interface LostCallback {
  readonly performanceId: string;
  readonly userId: string;
  readonly problem: string;
}

/** One stored state of a connection; hand it back to change it. */
export interface KeptConnection {
  readonly connection: Connection;
  readonly version: string | number;
}

/** For whoever performs operations: never for an answer, never for a log. */
export interface OpenedConnection extends KeptConnection {
  readonly secret: AccountSecret;
}

export interface ConnectionChange {
  readonly connection?: Partial<Pick<Connection, 'label' | 'settings' | 'scopes' | 'health'>>;
  readonly secret?: AccountSecret;
  readonly now: number;
}

/** People's accounts; their secrets are sealed beside them. */
export interface Connections {
  /** At most 100, by platform and label. */
  list(userId: string): Promise<readonly Connection[]>;
  get(userId: string, id: string): Promise<KeptConnection | null>;
  /** Throws INTERNAL_ERROR when the secret does not open: it was changed, or is somebody else's. */
  open(userId: string, id: string): Promise<OpenedConnection | null>;
  /** False: that id is taken. */
  add(connection: Connection, secret: AccountSecret): Promise<boolean>;
  /** A new secret also ends its renewal. Null: somebody changed it since `kept` was read. Nothing was written then. */
  change(kept: KeptConnection, change: ConnectionChange): Promise<KeptConnection | null>;
  /** For so long nobody else renews the secret. Null: somebody does already, or has changed it since. */
  beginRenewal(kept: KeptConnection, leaseMs: number): Promise<KeptConnection | null>;
  /** For a renewal that came to nothing. */
  endRenewal(kept: KeptConnection): Promise<void>;
  noteUse(userId: string, id: string, now: number): Promise<void>;
  /** With the secret. False: there was none. */
  remove(userId: string, id: string): Promise<boolean>;
  /** Puts at most `limit` secrets under the current master key; says how many were found under an older one. */
  rewrap(limit: number): Promise<number>;
}

/** The way to the secrets of an account. */
export interface Accounts {
  /**
   * The account of that id, or the person's one of the platform that was used last, a healthy one first. Null when there
   * is none.
   * Its `credentials` open the vault, refresh what is about to expire, single-flight, and mark what the platform refused.
   */
  find(userId: string, platform: string, connectionId: string | null): Promise<Account | null>;
}

/** Visits to a platform that have begun and not come back yet; each comes back once, within ten minutes. */
export interface OAuthFlows {
  /** `state` is what the platform hands back; only its hash is kept. */
  begin(state: string, flow: OAuthFlow): Promise<void>;
  /** Null: never begun, over, or come back already. */
  get(state: string): Promise<OAuthFlow | null>;
  /** True for exactly one caller. */
  end(state: string): Promise<boolean>;
}

/** The authorization servers of the platforms. Neither codes nor tokens are in what they throw or log. */
export interface OAuthServers {
  /** Whether this machine is registered with the provider. */
  knows(provider: OAuthProvider): boolean;
  /** Where a person's browser goes: with PKCE S256, and a state of 256 random bits. */
  depart(
    provider: OAuthProvider,
    to: { readonly redirectUri: string; readonly scopes: readonly string[] },
  ): Promise<Departure>;
  redeem(provider: OAuthProvider, back: Return): Promise<TokenAnswer>;
  refresh(provider: OAuthProvider, refreshToken: string): Promise<TokenAnswer>;
  /** False: the platform did not say yes. */
  revoke(provider: OAuthProvider, token: string): Promise<boolean>;
}

/** An account that the environment describes. */
export interface DefaultAccount {
  readonly platform: string;
  readonly scopes: readonly string[];
  readonly secret: AccountSecret;
}

/** How this machine is registered with one provider. */
export interface OAuthClient {
  readonly clientId: string;
  /** Null for a public client. */
  readonly clientSecret: string | null;
  /** Another authorization server in the provider's place: `/authorize`, `/token` and `/revoke` below it. */
  readonly serverUrl: string | null;
}

/** People who sign in with a password, and who is signed in. */
export interface Logins {
  person(user: string): Promise<KeptPerson | null>;
  /** False: the name or the user id is taken. */
  addPerson(person: LoginPerson): Promise<boolean>;
  begin(session: LoginSession): Promise<void>;
  /** Null: unknown, ended or expired. */
  session(id: string): Promise<KeptSession | null>;
  /** False: somebody was first. */
  renew(kept: KeptSession, next: LoginSession): Promise<boolean>;
  end(id: string): Promise<void>;
  /** All of this person. */
  endAll(userId: string): Promise<void>;
  /** False: somebody changed the person meanwhile. */
  changePerson(kept: KeptPerson, next: LoginPerson): Promise<boolean>;
}

export interface KeptPerson {
  readonly person: LoginPerson;
  readonly version: string | number;
}

export interface KeptSession {
  readonly session: LoginSession;
  readonly version: string | number;
}

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long for nobody (`kept` is null) as for somebody. */
  fits(password: string, kept: string | null): Promise<boolean>;
}

/** This machine as an issuer of access tokens. */
export interface AccessTokens {
  readonly seconds: number;
  /** For everybody who checks them: public keys as JWKs. */
  readonly keys: readonly JsonObject[];
  issue(person: { readonly userId: string; readonly isOperator: boolean }, now: number): Promise<string>;
}

/** An OIDC provider that is believed. */
export interface Identities {
  /** Null: the token is not the provider's, not for us, or over. */
  userOf(token: string): Promise<string | null>;
}
/** Tells whoever left an address how a performance ended. */
export interface CallbackSender {
  /** Why this address is not called, or null. What its name resolves to is judged at each call. */
  problemOf(url: string): string | null;
  /** The secret that this person's callbacks are signed with, as Standard Webhooks writes it. */
  secretOf(userId: string): string;
  /** Null: it was taken. Else why not; never throws. */
  send(callback: {
    readonly url: string;
    readonly userId: string;
    readonly id: string;
    readonly body: string;
  }): Promise<string | null>;
}
