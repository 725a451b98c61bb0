import { type ActionApprovalReply, commandIngest } from '@intexuraos/contracts';
import { contentHash } from '@intexuraos/kernel';
import type { Command } from '../domain/commands.ts';
import type { GuardName } from '../domain/guards.ts';
import { type FirstReading, readReply } from '../domain/reply/read-reply.ts';
import { messageText, shown, tooLateText } from '../domain/wording.ts';
import type { Loaded } from '../ports.ts';
import type { Change } from './change-action.ts';
import { claimAndRun } from './claim-and-run.ts';
import type { Core } from './core.ts';
import { type Asked, findAsked } from './find-asked.ts';
import { type Answer, channelOf, readWithModel } from './read-answer.ts';
import { buttonsOf, renderingOf } from './render.ts';
import { askOnceMore } from './ask-once-more.ts';
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
    if (buttonId !== undefined && first.button === null) return warn(event, 'a button that we did not sign for this person');
    const asked = await findAsked(core, event, first.button);
    switch (asked.found) {
      case 'foreign':
        return warn(event, "a reply to somebody else's action");
      case 'disagreement':
        return warn(event, 'a reply whose references disagree');
      case 'none':
        return unasked(event, first);
      case 'several':
        return first.reading.intent === 'unclear' ? unasked(event, first) : askWhich(event, asked.open);
      case 'one':
        return answer(event, asked, first);
    }
  };

  function warn({ userId, inboundWamid }: ActionApprovalReply, what: string): void {
    ports.log.warn({ security: true, userId, inboundWamid }, `${what}: ignored`);
  }

  /** Nothing is being asked. Words that decide nothing are something new that the person wants. */
  async function unasked(event: ActionApprovalReply, { reading: plain }: FirstReading): Promise<void> {
    const isNew = event.replyToWamid === '' && event.reaction === undefined && event.inboundWamid !== undefined;
    if (plain.intent === 'unclear' && isNew) return passOn(event);
    if (plain.intent === 'unclear' || event.reaction !== undefined) return;
    await say(core, {
      ...receipt(event, 'confirm', 'none'),
      text: 'There is no open question that this could answer. Nothing was changed.',
    });
  }

  async function passOn({ userId, inboundWamid, replyText, timestamp }: ActionApprovalReply): Promise<void> {
    if (inboundWamid === undefined || replyText.trim() === '') return;
    const externalId = inboundWamid;
    await ports.publisher.publish(commandIngest, { type: 'command.ingest', userId, sourceType: 'whatsapp', externalId, text: replyText, timestamp });
  }

  async function askWhich(event: ActionApprovalReply, open: readonly Loaded[]): Promise<void> {
    const rows = open.map(({ action }) => `#${action.ask?.code ?? ''} ${shown(action.title, 80)}`);
    const text = ['Which one do you mean? Quote the question, or tap its button.', ...rows].join('\n');
    await say(core, { ...receipt(event, 'clarify', 'several'), text });
    for (const loaded of open.slice(0, 3)) await repeatAsk(event, loaded);
  }

  const repeatAsk = (event: ActionApprovalReply, { action }: Loaded, prefix = '') =>
    say(core, {
      ...receipt(event, 'changed', action.id),
      correlationId: `action-${action.type}-approval-${action.id}`,
      key: `changed:${action.id}:${action.version}:${action.asksMade}.${evidenceOf(event)}`,
      text: `${prefix}${messageText('ask', action, renderingOf(action, settings)) ?? ''}`,
      buttons: buttonsOf(action, settings),
    });

  async function answer(event: ActionApprovalReply, asked: One, { reading: plain, wantsModel }: FirstReading): Promise<void> {
    const { action } = asked.loaded;
    if (asked.unquoted) {
      if (plain.intent === 'unclear') return passOn(event);
      if (action.ask !== null && Date.parse(event.timestamp) < action.ask.createdAt - clockSlackMs) return;
    }
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
      version: version ?? loaded.action.version,
      askId,
      evidence: evidenceOf(event),
      saidAt: Date.parse(event.timestamp),
    };
    await explain(event, await claimAndRun(core, loaded, [command]));
  }

  async function reject(event: ActionApprovalReply, loaded: Loaded): Promise<void> {
    const acting = { by: event.userId, channel: channelOf(event) };
    const command: Command = { name: 'reject', ...acting, evidence: evidenceOf(event), reason: 'the person said no' };
    await explain(event, await core.change(loaded, () => ({ commands: [command] })));
  }

  async function clarify(event: ActionApprovalReply, { loaded }: One, { hint }: Answer): Promise<void> {
    const { ask } = loaded.action;
    if (ask === null) return;
    const acting = { by: event.userId, channel: channelOf(event) };
    const command: Command = { name: 'clarify', ...acting, askId: ask.id, evidence: evidenceOf(event), hint: hint ?? null };
    await core.change(loaded, () => ({ commands: [command] }));
  }

  /** The truth for whoever's answer did not count. An answer that was counted before says nothing again. */
  async function explain(event: ActionApprovalReply, change: Change): Promise<void> {
    if (change.outcome !== 'refused' || wasCounted(event, change.loaded)) return;
    const { loaded, refusal } = change;
    const explanations: Partial<Record<GuardName, () => Promise<void>>> = {
      'ask-current': () => repeatAsk(event, loaded, 'It changed; here is the new one.\n'),
      'version-current': () => repeatAsk(event, loaded, 'It changed; here is the new one.\n'),
      'ask-not-over': () => askOnceMore(core, event, loaded),
      'facts-ready': () => repeatAsk(event, loaded),
      'evidence-new': () => Promise.resolve(),
    };
    const explained = refusal.guard === null ? undefined : explanations[refusal.guard];
    if (explained !== undefined) return explained();
    if (expiredUnanswered(loaded) && refusal.command === 'approve') return askOnceMore(core, event, loaded);
    const text = tooLateText(loaded.action, renderingOf(loaded.action, settings));
    await say(core, { ...receipt(event, 'confirm', loaded.action.id), text });
  }
}

/** The reply's own id; without one, what it says and when. */
const evidenceOf = (event: ActionApprovalReply) => event.inboundWamid ?? contentHash(event).slice(0, 32);

const wasCounted = (event: ActionApprovalReply, { action }: Loaded) => action.evidence.includes(evidenceOf(event));

const expiredUnanswered = ({ action }: Loaded) => action.status === 'archived' && action.deletedAt === null && action.events.at(-1)?.event === 'expire';

const receipt = (event: ActionApprovalReply, kind: string, about: string) => ({
  userId: event.userId,
  key: `${kind}:${about}:0:${evidenceOf(event)}`,
  correlationId: `reply-${contentHash(evidenceOf(event)).slice(0, 32)}`,
  replyTo: event.inboundWamid,
});
