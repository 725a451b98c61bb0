import type { JsonObject } from '@intexuraos/kernel';
import type { z } from 'zod';
import type { ErrandName } from '../domain/errand.ts';

/** Where an item is to be seen too, when its owner has an account there. */
export interface MirrorSpec<Content> {
  readonly platform: string;
  readonly operation: string;
  payload(content: Content): JsonObject;
}

/** One kind of item: all there is to know about it stands in its folder. */
export interface ItemKind<Name extends string = string, Content extends object = object> {
  readonly name: Name;
  /** The page of the web app that shows one: `/#/<page>/<id>`. */
  readonly page: string;
  readonly content: z.ZodType<Content>;
  titleOf(content: Content): string;
  /** What the person reads when it is done. */
  doneText(content: Content): string;
  /** A name that a person may have once among the items of this kind. */
  uniqueName?(content: Content): string;
  /** What is to be found out about each new one. */
  readonly errand?: Exclude<ErrandName, 'mirror'>;
  readonly mirror?: MirrorSpec<Content>;
  /** Whether its owner can tick it off. */
  readonly isTask?: boolean;
}

export function defineItemKind<const Name extends string, Content extends object>(
  kind: ItemKind<Name, Content>,
): ItemKind<Name, Content> {
  return kind;
}

/** What is to be done for each new one. */
export const errandOf = ({ errand, mirror }: Pick<ItemKind, 'errand' | 'mirror'>): ErrandName | undefined =>
  errand ?? (mirror && 'mirror');

/** Where the web app shows an item, from its root. */
export const pageOf = ({ page }: Pick<ItemKind, 'page'>, id: string) => `/#/${page}/${id}`;
