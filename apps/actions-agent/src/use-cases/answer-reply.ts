import { type ActionApprovalReply, commandIngest } from '@intexuraos/contracts';
import type { Action } from '../domain/action.ts';
import type { Command } from '../domain/commands.ts';
import { type FirstReading, readReply } from '../domain/reply/read-reply.ts';
import { shown } from '../domain/wording.ts';
import type { Loaded } from '../ports.ts';
import { claimAndRun } from './claim-and-run.ts';
import type { Core } from './core.ts';
import { explainRefusal } from './explain-refusal.ts';
import { type Asked, findAsked } from './find-asked.ts';
import { type Answer, channelOf, readWithModel } from './read-answer.ts';
import { repeatAsk } from './repeat-ask.ts';
import { evidenceOf, receipt } from './reply-receipt.ts';
import { say } from './say.ts';

/** WhatsApp's clock has whole seconds and is not ours. */
const clockSlackMs = 5_000;

type One = Extract<Asked, { found: 'one' }>;

/**
 * What a person's answer leads to. Only a yes that is beyond doubt, to the version they saw, approves; whatever is in
 * doubt is asked again, at most twice; whatever came too late is told truthfully. Safe to call any number of times.
 */
export function createAnswerReply(core: Core) {
  const { ports, settings } = core;

  return async (event: ActionApprovalReply): Promise<void> => {
    if (event.reaction === '') return;
    const { replyText: text, buttonId, reaction, userId } = event;
    const first = readReply({ text, buttonId, reaction }, { secret: settings.buttonSecret, userId });
    if (buttonId !== undefined && first.button === null)
      return warn(event, 'a button that we did not sign for this person');
    if (saysSomethingNew(event, first)) return passOn(event);
    const asked = await findAsked(core, event, first.button);
    switch (asked.found) {
      case 'foreign':
        return warn(event, "a reply to somebody else's action");
      case 'disagreement':
        return warn(event, 'a reply whose references disagree', { alert: 'reply_disagreement' });
      case 'none':
        return unasked(event, first);
      case 'several':
        return first.reading.intent === 'unclear' ? unasked(event, first) : askWhich(event, asked.open);
      case 'one':
        return answer(event, asked, first);
    }
  };

  function warn({ userId, inboundWamid }: ActionApprovalReply, what: string, more: object = {}): void {
    ports.log.warn({ security: true, userId, inboundWamid, ...more }, `${what}: ignored`);
  }

  async function unasked(event: ActionApprovalReply, { reading: plain }: FirstReading): Promise<void> {
    if (plain.intent === 'unclear' || event.reaction !== undefined) return;
    await say(core, {
      ...receipt(event, 'confirm', 'none'),
      text: 'There is no open question that this could answer. Nothing was changed.',
    });
  }

  async function passOn({ userId, inboundWamid, replyText, timestamp }: ActionApprovalReply): Promise<void> {
    if (inboundWamid === undefined || replyText.trim() === '') return;
    const externalId = inboundWamid;
    await ports.publisher.publish(commandIngest, {
      type: 'command.ingest',
      userId,
      sourceType: 'whatsapp',
      externalId,
      text: replyText,
      timestamp,
    });
  }

  async function askWhich(event: ActionApprovalReply, open: readonly Loaded[]): Promise<void> {
    const rows = open.map(({ action }) => `#${action.ask?.code ?? ''} ${shown(action.title, 80)}`);
    const text = ['Which one do you mean? Quote the question, or tap its button.', ...rows].join('\n');
    await say(core, { ...receipt(event, 'clarify', 'several'), text });
    for (const loaded of open.slice(0, 3)) await repeatAsk(core, event, loaded);
  }

  async function answer(
    event: ActionApprovalReply,
    asked: One,
    { reading: plain, wantsModel }: FirstReading,
  ): Promise<void> {
    const { action } = asked.loaded;
    if (asked.unquoted && !couldMean(event, action)) return repeatAsk(core, event, asked.loaded);
    const isOpen = action.status === 'awaiting_approval' || (action.status === 'pending' && action.approval === null);
    const read: Answer = wantsModel && isOpen ? await readWithModel(core, event, action) : plain;
    if (read.intent === 'approve') return approve(event, asked);
    if (read.intent === 'reject') return reject(event, asked.loaded);
    if (isOpen) await clarify(event, asked, read);
  }

  async function approve(event: ActionApprovalReply, { loaded, askId, version }: One): Promise<void> {
    const command: Command = {
      name: 'approve',
      by: event.userId,
      channel: channelOf(event),
      version,
      askId,
      evidence: evidenceOf(event),
      saidAt: Date.parse(event.timestamp),
    };
    await explainRefusal(core, event, await claimAndRun(core, loaded, [command]));
  }

  async function reject(event: ActionApprovalReply, loaded: Loaded): Promise<void> {
    const acting = { by: event.userId, channel: channelOf(event) };
    const command: Command = { name: 'reject', ...acting, evidence: evidenceOf(event), reason: 'the person said no' };
    await explainRefusal(core, event, await core.change(loaded, () => ({ commands: [command] })));
  }

  async function clarify(event: ActionApprovalReply, { loaded }: One, { hint }: Answer): Promise<void> {
    const { ask } = loaded.action;
    if (ask === null) return;
    const acting = { by: event.userId, channel: channelOf(event) };
    const command: Command = {
      name: 'clarify',
      ...acting,
      askId: ask.id,
      evidence: evidenceOf(event),
      hint: hint ?? null,
    };
    await core.change(loaded, () => ({ commands: [command] }));
  }
}

/** Words that decide nothing and are about nothing: something new that the person wants. */
const saysSomethingNew = (
  { replyToWamid, actionId, reaction }: ActionApprovalReply,
  { reading, button }: FirstReading,
): boolean =>
  reading.intent === 'unclear' &&
  [actionId, reaction].every((given) => given === undefined) &&
  replyToWamid === '' &&
  button === null;

/** A reply that quotes nothing can only mean a question that had been sent when it was written; a reaction always quotes. */
const couldMean = ({ reaction, timestamp }: ActionApprovalReply, { ask }: Action) =>
  reaction === undefined && Date.parse(timestamp) >= (ask?.delivery.sentAt ?? Number.POSITIVE_INFINITY) - clockSlackMs;
