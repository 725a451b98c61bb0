import { z } from 'zod';
import { Origin } from '../action.ts';
import { Id, text } from '../primitives.ts';
import { typesForRules } from './types-for-rules.ts';

const hostOf = (written: string) => URL.parse(`https://${written}/`)?.host;

/** As the URL of a page has it: lower case, and ASCII for names in other scripts. */
const Host = z
  .string()
  .max(253)
  .transform((written) => written.toLowerCase())
  .refine((written) => /^[^\s/?#@:\\]+\.[^\s/?#@:\\]+$/.test(written), 'expected a host name like "example.com"')
  .transform((written) => hostOf(written) ?? '')
  .refine((host) => host !== '', 'expected a host name like "example.com"');

/** All that are named must hold. An unknown one is refused: to ignore it would make a rule wider than it was meant. */
const RuleConditions = z.strictObject({
  originKinds: z.array(Origin.shape.kind).min(1).max(4).optional(),
  /** Any of these, in capitals or not. */
  titleContains: z
    .array(text(100).refine((part) => part.trim() !== '', 'expected a few characters'))
    .min(1)
    .max(10)
    .optional(),
  /** The address that the action is about is on any of these hosts, or below one. */
  urlHosts: z.array(Host).min(1).max(20).optional(),
});

/** A rule for any other type would never apply. */
const TypeForRules = z.enum(typesForRules, {
  error: `expected an action type of low risk: ${typesForRules.join(', ')}`,
});

/** "Actions like these need no question", as data: a machine can check every part of it. */
export const NewAutoApprovalRule = z.strictObject({
  name: text(100).refine((name) => name.trim() !== '', 'expected a name'),
  actionTypes: z.array(TypeForRules).min(1).max(10),
  confidenceMin: z.number().min(0).max(1),
  conditions: RuleConditions.default({}),
  /** Approvals in any 24 hours. */
  perDayMax: z.int().min(1).max(100).default(10),
});
export type NewAutoApprovalRule = z.infer<typeof NewAutoApprovalRule>;

export const AutoApprovalRule = NewAutoApprovalRule.extend({
  id: Id,
  /** Types come and go; a rule stays until it is deleted. */
  actionTypes: z.array(z.string().max(64)),
  /** Null: as often as it fits. */
  perDayMax: z.int().min(1).max(100).nullable(),
});
export type AutoApprovalRule = z.infer<typeof AutoApprovalRule>;
export const AutoApprovalRules = z.object({ rules: z.array(AutoApprovalRule) });

/** What holds for everybody who has not changed their rules. */
export const usualAutoApprovalRules: readonly AutoApprovalRule[] = [
  {
    id: 'certain-links',
    name: 'Links that are certain',
    actionTypes: ['link'],
    confidenceMin: 0.9,
    conditions: {},
    perDayMax: null,
  },
];
