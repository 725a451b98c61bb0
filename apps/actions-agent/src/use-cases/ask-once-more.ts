import type { ActionApprovalReply } from '@intexuraos/contracts';
import { uuidFromName } from '@intexuraos/kernel';
import { createAction } from '../domain/create.ts';
import type { Loaded } from '../ports.ts';
import { contextAt } from './change-action.ts';
import type { Core } from './core.ts';
import { linkTo } from './render.ts';
import { say } from './say.ts';

/**
 * A yes that came after its question had ended does nothing by itself. The person is told so, and asked anew about a
 * fresh copy: the old action stays as it ended. The same late reply makes one copy, however often it arrives.
 */
export async function askOnceMore(core: Core, event: ActionApprovalReply, { action }: Loaded): Promise<void> {
  const { ports, settings, teller } = core;
  const { userId, commandId, ordinal, type, title, confidence, payload, origin, requestHash } = action;
  const fresh = createAction(
    {
      id: uuidFromName(JSON.stringify(['again', action.id, action.asksMade])),
      userId,
      commandId,
      ordinal,
      type,
      title,
      payload,
      origin,
      requestHash,
      confidence,
    },
    contextAt(ports.clock.now(), settings.policy),
  );
  // Rules decide about nothing that a person was asked about, whatever it is.
  const copy = { ...fresh, asksMade: action.asksMade };
  await say(core, {
    userId,
    key: `confirm:${action.id}:${action.version}:late.${action.asksMade}`,
    correlationId: `action-${type}-confirm-${action.id}`,
    replyTo: event.inboundWamid,
    text: `That question had expired, so nothing was done. I am asking again.\n${linkTo(copy, settings.webAppUrl)}`,
  });
  const { outcome, loaded } = await ports.actions.create(copy);
  if (outcome === 'created')
    await teller.tell(
      loaded,
      loaded.action.due.map((due) => due.key),
    );
}

/** A question that is over but not swept yet ends now. Resolves to the action as it is then. */
export async function endIfOpen(core: Core, loaded: Loaded): Promise<Loaded> {
  const change = await core.change(loaded, ({ action }) =>
    action.status === 'awaiting_approval' ? { commands: [{ name: 'expire' }] } : null,
  );
  return change.outcome === 'not_found' ? loaded : change.loaded;
}
