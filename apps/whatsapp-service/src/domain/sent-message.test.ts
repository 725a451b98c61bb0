import { describe, expect, test } from '@jest/globals';
import type { DeliveryStatus, InboundStatus } from './inbound.ts';
import { hasOpenAsk } from './message-key.ts';
import { classOfCode, classOfStatus, failureRules } from './send-failure.ts';
import {
  accepted,
  firstAttempt,
  leaseMs,
  refused,
  resume,
  type SentMessage,
  templateText,
  withStatus,
} from './sent-message.ts';

const now = 1_700_000_000_000;
const facts = { now, hasTemplate: false };
const aWish = {
  messageKey: 'ask:a:1:0',
  userId: 'ann',
  correlationId: 'c',
  text: 'Approve?',
  buttons: [],
  replyTo: null,
};
const sending = firstAttempt(aWish, now);
const sent = accepted(sending, 'wamid.1');
const aStatus = (status: DeliveryStatus, fields: Partial<InboundStatus> = {}): InboundStatus => ({
  item: 'status',
  wamid: 'wamid.1',
  status,
  at: now,
  messageKey: null,
  errorCodes: [],
  ...fields,
});

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length <= 1) return [[...list]];
  return list.flatMap((one, at) => permutations(list.toSpliced(at, 1)).map((rest) => [one, ...rest]));
}

const play = (start: SentMessage, order: readonly DeliveryStatus[]) => {
  const told: string[] = [];
  let message = start;
  for (const status of order) {
    const { next, told: news } = withStatus(message, aStatus(status), facts);
    message = next;
    told.push(...news);
  }
  return { state: message.state, told };
};

describe('statuses in any order', () => {
  const orders = permutations(['sent', 'delivered', 'read', 'failed'] as const);

  test.each(orders)('%s, %s, %s, %s end as read, and nothing is told twice or after it', (...order) => {
    for (const start of [sending, sent]) {
      const { state, told } = play(start, order);
      expect(state).toBe('read');
      expect(told.at(-1)).toBe('read');
      expect(new Set(told).size).toBe(told.length);
    }
  });

  test.each(orders)('%s, %s, %s, %s after the answer do not tell again that it was sent', (...order) => {
    expect(play(sent, order).told).not.toContain('sent');
  });

  test.each(orders.filter(([first]) => first !== 'failed'))(
    '%s, %s, %s, %s of a message whose answer was lost tell first that it was sent',
    (...order) => {
      expect(play(sending, order).told[0]).toBe('sent');
    },
  );

  test('before the answer to the call has come: the answer takes nothing back', () => {
    const { next } = withStatus(sending, aStatus('delivered'), facts);
    expect(accepted(next, 'wamid.1')).toMatchObject({ state: 'delivered', wamid: 'wamid.1' });
  });

  test('that it failed for a passing reason, before the answer: the second try still comes', () => {
    const { next } = withStatus(sending, aStatus('failed', { errorCodes: [131000] }), facts);
    expect(accepted(next, 'wamid.1')).toMatchObject({ state: 'waiting', dueAt: now + 2_000 });
  });
});

describe('a message found again', () => {
  test('under way is left alone, after its lease tried once more, after that given up', () => {
    expect(resume(sending, now + leaseMs - 1)).toEqual({ step: 'later', inMs: 1 });
    const second = resume(sending, now + leaseMs);
    if (second.step !== 'attempt') throw new Error(second.step);
    expect(second.next).toMatchObject({ repeated: true, attempts: 2 });
    expect(resume(second.next, now + 2 * leaseMs)).toMatchObject({
      step: 'give_up',
      next: { state: 'failed', errorCode: 'OUTCOME_UNKNOWN', dueAt: null },
    });
  });

  test('that was refused is tried again without a mark: it certainly did not go out', () => {
    const waiting = refused(sending, { code: '131000', failureClass: 'server' }, facts);
    expect(resume(waiting, now + 2_000)).toMatchObject({ step: 'attempt', next: { repeated: false, attempts: 2 } });
  });

  test.each(['sent', 'delivered', 'read', 'failed'] as const)('that is %s is never sent again', (state) => {
    expect(resume({ ...sent, state }, now + 10 * leaseMs)).toEqual({ step: 'nothing' });
  });
});

test('every code of the reference has the class that the reference gives it', () => {
  const classes = {
    token: [0, 190],
    permission: [3, 10, 200, 250, 299, 131030],
    throttling: [4, 80007, 130429, 131048, 131056],
    server: [1, 2, 131000, 131016],
    parameter: [33, 100, 131008, 131009, 131021, 131051],
    undeliverable: [131026],
    window: [131047],
    template: [132000, 132001, 132016],
    blocked: [368, 131031],
  };
  for (const [failureClass, codes] of Object.entries(classes))
    for (const code of codes) expect([code, classOfCode(code)]).toEqual([code, failureClass]);
  expect(classOfCode(999)).toBeNull();
  expect([401, 403, 429, 500, 404].map(classOfStatus)).toEqual([
    'token',
    'permission',
    'throttling',
    'server',
    'other',
  ]);
});

test('only what may pass by itself is tried again', () => {
  const retried = Object.entries(failureRules).flatMap(([name, { next }]) => (next === 'retry' ? [name] : []));
  expect(retried).toEqual(['throttling', 'server']);
});

test('a template gets the text on one line', () => {
  expect(templateText(' Transfer\n  to: Ann\n\namount:\t 5 EUR \n')).toBe('Transfer · to: Ann · amount: 5 EUR');
});

describe('an open ask', () => {
  const said = (messageKey: string, createdAt: number, fields = {}) => ({
    messageKey,
    createdAt,
    buttons: [],
    state: 'sent',
    ...fields,
  });

  test.each([
    ['an ask', [said('ask:a:1:0', 1)], true],
    ['a clarification', [said('clarify:a:1:1', 1)], true],
    ['anything with buttons', [said('other', 1, { buttons: [{}] })], true],
    ['nothing', [], false],
    ['a report', [said('report:a:1:0', 1)], false],
    ['an ask that was confirmed', [said('confirm:a:1:0', 2), said('ask:a:1:0', 1)], false],
    ['an ask that was confirmed in the same millisecond', [said('ask:a:1:0', 1), said('confirm:a:1:0', 1)], false],
    ['an ask after a report on the same action', [said('ask:a:2:0', 3), said('report:a:1:0', 2)], true],
    [
      'an ask beside one that was confirmed',
      [said('ask:b:1:0', 1), said('confirm:a:1:0', 2), said('ask:a:1:0', 1)],
      true,
    ],
    ['an ask that did not arrive', [said('ask:a:1:0', 1, { state: 'failed' })], false],
  ])('%s', (_what, messages, expected) => {
    expect(hasOpenAsk(messages)).toBe(expected);
  });
});
