import { type ActionApprovalReply, actionApprovalReply } from '@intexuraos/contracts';
import { z } from 'zod';
import { ActionView } from '../endpoints/action-view.ts';
import type { Call, Reply } from './http-call.ts';
import { audiences, bearer, issuers } from './issuers.ts';
import { type PhoneMessage, wholeSeconds } from './phone.ts';
import type { RunningAgent } from './start-agent.ts';

const One = z.object({ action: ActionView });

export interface AskedAction {
  readonly action: ActionView;
  /** The question as the person sees it. */
  readonly message: PhoneMessage;
}

/** Somebody whom no other test knows, with a phone and a browser. */
export interface TestPerson {
  readonly userId: string;
  get(path: string, headers?: Call['headers']): Promise<Reply>;
  post(path: string, body?: unknown, headers?: Call['headers']): Promise<Reply>;
  patch(path: string, body?: unknown, headers?: Call['headers']): Promise<Reply>;
  delete(path: string): Promise<Reply>;
  /** A new action of theirs; nothing has been delivered yet. A to-do unless said. */
  creates(fields?: object, headers?: Call['headers']): Promise<ActionView>;
  /** A new action about which they were asked. */
  isAsked(fields?: object): Promise<AskedAction>;
  action(id: string): Promise<ActionView>;
  /** What is on their phone, oldest first; what came about one action when `about` says which. */
  phone(about?: string): readonly PhoneMessage[];
  /** The reply as whatsapp-service would publish it. */
  reply(said: Partial<ActionApprovalReply>, to?: PhoneMessage): ActionApprovalReply;
  /** Replies, lets everything happen, and gives what then came to the phone. */
  says(said: string | Partial<ActionApprovalReply>, to?: PhoneMessage): Promise<readonly PhoneMessage[]>;
}

let people = 0;
let replies = 0;

export function somebody(agent: RunningAgent, userId = `auth0|person-${(people += 1)}`): TestPerson {
  const commandIds = () => `whatsapp:wamid.in=/${userId}/${(replies += 1)}`;

  async function asThem(method: string, path: string, body?: unknown, headers?: Call['headers']): Promise<Reply> {
    const authorization = await bearer((await issuers()).people, agent.clock, { aud: audiences.user, sub: userId });
    return agent.call({ method, path, body, headers: { authorization, ...headers } });
  }

  const person: TestPerson = {
    userId,
    get: (path, headers) => asThem('GET', path, undefined, headers),
    post: (path, body, headers) => asThem('POST', path, body, headers),
    patch: (path, body, headers) => asThem('PATCH', path, body, headers),
    delete: (path) => asThem('DELETE', path),
    async creates(fields = {}, headers = {}) {
      const usual = {
        userId,
        commandId: commandIds(),
        type: 'todo',
        title: 'Buy milk',
        confidence: 0.8,
        payload: { prompt: 'please buy milk' },
      };
      const { status, data, text } = await agent.internally(
        'POST',
        '/internal/actions',
        { ...usual, ...fields },
        headers,
      );
      if (status !== 201) throw new Error(`creating answered ${status} ${text}`);
      return ActionView.parse(data);
    },
    async isAsked(fields = {}) {
      const { id } = await person.creates(fields);
      await agent.settle();
      const message = person.phone(id).findLast(({ messageKey }) => messageKey.startsWith('ask:'));
      if (message === undefined) throw new Error(`nobody asked about ${id}`);
      return { action: await person.action(id), message };
    },
    async action(id) {
      return One.parse((await person.get(`/actions/${id}`)).data).action;
    },
    phone: (about) =>
      agent.phones.messages.filter(
        (message) => message.userId === userId && (about === undefined || message.messageKey.includes(about)),
      ),
    reply: (said, to) => ({
      type: 'action.approval.reply',
      userId,
      replyToWamid: to?.wamid ?? '',
      replyText: '',
      timestamp: wholeSeconds(agent.clock.now()),
      inboundWamid: `wamid.in.${(replies += 1)}`,
      ...said,
    }),
    async says(said, to) {
      const before = person.phone().length;
      await agent.bus.carrier.publish(
        actionApprovalReply,
        person.reply(typeof said === 'string' ? { replyText: said } : said, to),
      );
      await agent.settle();
      return person.phone().slice(before);
    },
  };
  return person;
}

/** The id of a message's button. */
export function buttonOf({ buttons }: PhoneMessage, title: 'Approve' | 'Reject'): string {
  const button = buttons?.find((each) => each.title === title);
  if (button === undefined) throw new Error(`no button "${title}"`);
  return button.id;
}
