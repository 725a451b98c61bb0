import type { Phone } from './phone/phone.ts';
import type { Target } from './target/target.ts';

/** Something that has really happened, by the key of the action's version that wanted it. */
export interface Effect {
  readonly actionId: string;
  readonly key: string;
}

/** Everything that happened: at the target services, and, of reminders, on the phone. */
export function effectsIn({ target, phone }: { readonly target: Target; readonly phone: Phone }): readonly Effect[] {
  const reminders = new Set(phone.messages.map(({ key }) => key).filter((key) => key.startsWith('remind:')));
  return [...target.ledger, ...[...reminders].map(reminded)];
}

/** Of `remind:{actionId}:{version}:{n}`. */
function reminded(messageKey: string): Effect {
  const [, actionId = '', version = ''] = messageKey.split(':');
  return { actionId, key: `${actionId}:v${version}` };
}
