import { type JsonObject, uuidFromName } from '@intexuraos/kernel';
import type { CallIdentity } from './call-identity.ts';

/** How far finding out about an item has come. */
export interface Errand {
  readonly attempts: number;
  /** When the next attempt may begin; while one is under way, when it counts as lost. */
  readonly at: number;
  /** Its owner asked for it: so they are told also that there is nothing to be done. */
  readonly isAsked?: boolean | undefined;
}

/** What is put on an outside platform for an item: exactly the same at each attempt, from the same account. */
export interface MirrorImage {
  readonly platform: string;
  readonly operation: string;
  /** Of the owner's accounts. */
  readonly connection: string;
  /** As its owner calls it. */
  readonly account: string;
  readonly payload: JsonObject;
  /** Stands for all of the above at action-engine. */
  readonly digest: string;
}

/** Something that a person keeps: a to-do, a note, an event. */
export interface Item<Content extends object = object> {
  readonly id: string;
  /** A key of the registry of kinds. */
  readonly kind: string;
  readonly userId: string;
  /** Who asked for it, and the id it has there: one source makes one item. */
  readonly source: string;
  readonly sourceId: string;
  readonly title: string;
  /** What was asked for, as it was asked for: never changed afterwards. */
  readonly content: Content;
  /** What was found out about it later; null when nothing was. */
  readonly found: object | null;
  /** What is still to be found out; null when nothing is, or nothing ever was. */
  readonly errand: Errand | null;
  /** What is, or may be, on an outside platform too; null when certainly nothing is. */
  readonly image: MirrorImage | null;
  /** Why the last attempt found nothing. */
  readonly problem: string | null;
  /** The call that made it, with the highest epoch seen since. */
  readonly receipt: CallIdentity;
  /** When its owner ticked it off; null while it is open, and for kinds that are never done. */
  readonly completedAt: number | null;
  /** When its owner deleted it: nobody sees it from then on, and it only remembers that it was made. */
  readonly deletedAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly schemaVersion: 1;
}

/** Where an item comes from decides its id, so what arrives twice meets itself. */
export const itemId = (kind: string, { userId, source, sourceId }: Pick<Item, 'userId' | 'source' | 'sourceId'>) =>
  uuidFromName(JSON.stringify([kind, userId, source, sourceId]));
