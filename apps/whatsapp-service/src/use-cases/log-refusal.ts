import type { Logger } from '@intexuraos/kernel';
import { failureRules, type Refusal } from '../domain/send-failure.ts';

/** An error where an operator must act (the token, the account, the template): until then nobody gets anything. */
export function logRefusal(log: Logger, messageKey: string, { code, failureClass }: Refusal): void {
  const level = failureRules[failureClass].needsOperator ? 'error' : 'warn';
  log[level]({ messageKey, code, failureClass }, 'WhatsApp did not deliver a message');
}
