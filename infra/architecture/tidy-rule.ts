import type { Tree } from '../tree/tree.ts';

/** What the tree must be like, beyond types, lint and imports. */
export interface TidyRule {
  /** A sentence: what holds. */
  readonly title: string;
  /** One sentence per problem: where it is, and what to do instead. */
  readonly find: (tree: Tree) => readonly string[];
  /** A smallest tree that breaks the rule, so that the rule is seen to find something. */
  readonly broken: Readonly<Record<string, string>>;
}
