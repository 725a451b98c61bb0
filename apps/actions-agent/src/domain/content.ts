import { contentHash } from '@intexuraos/kernel';
import type { Action, Preparation } from './action.ts';
import type { EditChanges } from './commands.ts';
import type { Context } from './context.ts';

const noTarget = { service: 'none', connectionId: null };

const pendingPreparation: Preparation = { status: 'pending', problem: null, reasoning: null, generatedAt: null };

type Content = Pick<Action, 'type' | 'title' | 'payload' | 'prepared' | 'target'>;

/** Names exactly what would be sent: an approval is for this and nothing else. */
export const hashOf = ({ type, title, payload, prepared, target }: Content) =>
  contentHash({
    type,
    title,
    payload,
    prepared,
    target: { service: target.service, connectionId: target.connectionId },
  });

export const withHash = (action: Action): Action => ({ ...action, contentHash: hashOf(action) });

/** What a type makes of new content: where it goes, and that its facts are to be worked out anew. */
export function contentOf(content: Required<EditChanges>, { typeOf }: Context): Content & Pick<Action, 'preparation'> {
  const traits = typeOf(content.type);
  return {
    ...content,
    prepared: null,
    target: traits?.target ?? noTarget,
    preparation: traits?.prepares === true ? pendingPreparation : null,
  };
}
