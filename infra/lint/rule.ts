import type { RuleTester } from 'oxlint/plugins-dev';

/** A lint rule. Oxlint publishes this type only as an argument of its rule tester. */
export type Rule = Parameters<RuleTester['run']>[1];
