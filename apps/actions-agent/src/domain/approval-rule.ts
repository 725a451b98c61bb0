import type { Action } from './action.ts';

/** "Actions like these need no question", as a person wrote it down. All that it names must hold. */
export interface ApprovalRule {
  readonly id: string;
  readonly name: string;
  readonly actionTypes: readonly string[];
  /** 0 to 1. */
  readonly confidenceMin: number;
  readonly conditions: RuleConditions;
  /** Approvals in any 24 hours; null for as often as it fits. */
  readonly perDayMax: number | null;
}

export interface RuleConditions {
  readonly originKinds?: readonly string[] | undefined;
  /** Any of these, in capitals or not. */
  readonly titleContains?: readonly string[] | undefined;
  /** The address that the action is about is on any of these hosts, or below one. */
  readonly urlHosts?: readonly string[] | undefined;
}

type Judged = Pick<Action, 'type' | 'title' | 'confidence' | 'origin'>;

/** Whether a rule is about this action. `address` is the URL that the action is about, null where there is none. */
export const ruleFits = (rule: ApprovalRule, action: Judged, address: string | null): boolean =>
  rule.actionTypes.includes(action.type) &&
  action.confidence >= rule.confidenceMin &&
  action.confidence <= 1 &&
  conditionsHold(rule.conditions, action, address);

function conditionsHold(
  { originKinds, titleContains, urlHosts }: RuleConditions,
  action: Judged,
  address: string | null,
) {
  const title = action.title.toLowerCase();
  return (
    (originKinds?.includes(action.origin.kind) ?? true) &&
    (titleContains?.some((part) => title.includes(part.toLowerCase())) ?? true) &&
    (urlHosts?.some((host) => isOn(host, address)) ?? true)
  );
}

function isOn(host: string, address: string | null): boolean {
  const found = address === null ? undefined : URL.parse(address)?.hostname;
  return found === host || found?.endsWith(`.${host}`) === true;
}
