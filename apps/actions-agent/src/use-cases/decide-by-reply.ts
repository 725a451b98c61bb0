import type { ActionApprovalReply } from '@intexuraos/contracts';
import type { Command, EditChanges } from '../domain/commands.ts';
import type { Loaded } from '../ports.ts';
import { claimAndRun } from './claim-and-run.ts';
import type { Core } from './core.ts';
import { explainRefusal } from './explain-refusal.ts';
import type { AskedOne } from './find-asked.ts';
import { type Answer, channelOf } from './read-answer.ts';
import { evidenceOf } from './reply-receipt.ts';

const acting = (event: ActionApprovalReply) => ({
  by: event.userId,
  channel: channelOf(event),
  evidence: evidenceOf(event),
});

export async function approve(core: Core, event: ActionApprovalReply, asked: AskedOne): Promise<void> {
  const { loaded, askId, version } = asked;
  const command: Command = {
    name: 'approve',
    ...acting(event),
    version,
    askId,
    saidAt: Date.parse(event.timestamp),
  };
  await explainRefusal(core, event, await claimAndRun(core, loaded, () => [command]));
}

export async function reject(core: Core, event: ActionApprovalReply, { loaded }: AskedOne): Promise<void> {
  const command: Command = { name: 'reject', ...acting(event), reason: 'the person said no' };
  await explainRefusal(core, event, await change(core, loaded, command));
}

/** The change is asked about anew: whatever else the reply says, it approves nothing. */
export async function edit(
  core: Core,
  event: ActionApprovalReply,
  { loaded, version }: AskedOne,
  changes: EditChanges,
): Promise<void> {
  const command: Command = {
    name: 'edit',
    ...acting(event),
    version: version ?? loaded.action.version,
    changes,
  };
  await explainRefusal(core, event, await change(core, loaded, command));
}

/** Why an answer could not be taken. */
type Doubt = Pick<Answer, 'hint'> & { readonly problem?: string };

export async function clarify(
  core: Core,
  event: ActionApprovalReply,
  { loaded }: AskedOne,
  { hint, problem }: Doubt,
): Promise<void> {
  const { ask } = loaded.action;
  if (ask === null) return;
  await change(core, loaded, {
    name: 'clarify',
    ...acting(event),
    askId: ask.id,
    hint: hint ?? null,
    ...(problem !== undefined && { problem }),
  });
}

const change = (core: Core, loaded: Loaded, command: Command) => core.change(loaded, () => ({ commands: [command] }));
