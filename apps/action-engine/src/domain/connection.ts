import type { JsonObject } from '@intexuraos/kernel';

/** A person's account on an outside platform. Its secrets are in the vault, never here. */
export interface Connection {
  readonly id: string;
  readonly userId: string;
  /** The connector's name. */
  readonly platform: string;
  /** What the person calls it: "work", or the account's address. */
  readonly label: string;
  /** What belongs to it and is no secret, as the connector's settings schema says. */
  readonly settings: JsonObject;
  /** What the platform granted; empty where there are no scopes. */
  readonly scopes: readonly string[];
  /** `needs_reconnect`: the platform does not know the credentials any more. */
  readonly health: 'healthy' | 'needs_reconnect';
  /** Unix milliseconds. */
  readonly connectedAt: number;
  readonly lastUsedAt: number | null;
}
