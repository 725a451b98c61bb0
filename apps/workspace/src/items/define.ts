import type { z } from 'zod';
import type { ErrandName } from '../domain/errand.ts';

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
  readonly errand?: ErrandName;
  /** Whether its owner can tick it off. */
  readonly isTask?: boolean;
}

export function defineItemKind<const Name extends string, Content extends object>(
  kind: ItemKind<Name, Content>,
): ItemKind<Name, Content> {
  return kind;
}

/** Where the web app shows an item, from its root. */
export const pageOf = ({ page }: Pick<ItemKind, 'page'>, id: string) => `/#/${page}/${id}`;
