import { usualAutoApprovalRules } from '@intexuraos/contracts';
import { AppError, untilKept } from '@intexuraos/kernel';
import { type AutoApprovalRule, named, rulesMax } from '../domain/auto-approval-rule.ts';
import type { UserServicePorts } from '../ports.ts';

type Ports = Pick<UserServicePorts, 'autoApprovalRules'>;
type Rules = readonly AutoApprovalRule[];

/** The person's rules; for whoever has not changed them, those that hold for everybody. */
export const listRules = async (ports: Ports, userId: string): Promise<Rules> =>
  (await ports.autoApprovalRules.get(userId))?.rules ?? usualAutoApprovalRules;

export interface Adding {
  readonly rule: AutoApprovalRule;
  /** False: the person had it already. */
  readonly isNew: boolean;
}

/** Throws VALIDATION_FAILED when the person has as many as they may. */
export async function addRule(ports: Ports, userId: string, wanted: Omit<AutoApprovalRule, 'id'>): Promise<Adding> {
  const rule = named(wanted);
  let isNew = false;
  await changeRules(ports, userId, (rules) => {
    isNew = !rules.some(({ id }) => id === rule.id);
    if (isNew && rules.length >= rulesMax) throw tooMany();
    return isNew ? [...rules, rule] : rules;
  });
  return { rule, isNew };
}

const tooMany = () =>
  new AppError('VALIDATION_FAILED', 'The request is not valid', {
    details: [{ path: '', message: `expected at most ${rulesMax} rules: delete one first` }],
  });

/** Throws NOT_FOUND. */
export async function removeRule(ports: Ports, userId: string, id: string): Promise<void> {
  await changeRules(ports, userId, (rules) => {
    const others = rules.filter((rule) => rule.id !== id);
    if (others.length === rules.length) throw new AppError('NOT_FOUND', 'There is no such rule');
    return others;
  });
}

const changeRules = ({ autoApprovalRules }: Ports, userId: string, change: (rules: Rules) => Rules) =>
  untilKept('rules', async () => {
    const kept = await autoApprovalRules.get(userId);
    const before = kept?.rules ?? usualAutoApprovalRules;
    const after = change(before);
    return after === before || (await autoApprovalRules.save(userId, kept, after)) ? after : null;
  });
