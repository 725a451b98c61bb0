import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDelivery } from './read-delivery.ts';

const ours = { phoneNumberId: 'P', businessAccountId: 'B' };
const delivery = (value: object) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: 'B', changes: [{ field: 'messages', value: { metadata: { phone_number_id: 'P' }, ...value } }] }],
});
const message = (id: string) => ({
  id,
  from: '16505551234',
  timestamp: '1700000000',
  type: 'text',
  text: { body: 'hi' },
});
const read = (value: object) => readDelivery(delivery(value), ours);

test('whatever the body is, reading it does not throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      expect(Array.isArray(readDelivery(body, ours))).toBe(true);
    }),
  );
});

test('whatever stands between two messages, both are read', () => {
  const odd = fc.oneof(
    fc.jsonValue(),
    fc.record({
      id: fc.jsonValue(),
      from: fc.jsonValue(),
      timestamp: fc.jsonValue(),
      type: fc.string(),
      text: fc.jsonValue(),
    }),
    fc.record({
      id: fc.constant('wamid.ODD'),
      from: fc.constant('1'),
      timestamp: fc.constant('1700000000'),
      type: fc.constantFrom('text', 'button', 'interactive', 'reaction', 'system', 'edit'),
      text: fc.jsonValue(),
      button: fc.jsonValue(),
      interactive: fc.jsonValue(),
      reaction: fc.jsonValue(),
      context: fc.jsonValue(),
    }),
  );
  fc.assert(
    fc.property(odd, (between) => {
      const items = read({ messages: [message('wamid.1'), between, message('wamid.2')], statuses: [between] });
      const wamids = items.flatMap((item) => (item.item === 'message' ? [item.wamid] : []));
      expect(wamids).toEqual(expect.arrayContaining(['wamid.1', 'wamid.2']));
    }),
  );
});

describe('a sender', () => {
  const senderOf = (value: object) => {
    const [item] = read(value);
    return item?.item === 'message' ? item.sender : item;
  };
  const { from: _from, ...anonymous } = message('wamid.1');

  test('has the business-scoped id of the contact with the same phone number', () => {
    const contacts = [
      { wa_id: '1', user_id: 'US.OTHER' },
      { wa_id: '16505551234', user_id: 'US.1' },
    ];
    expect(senderOf({ contacts, messages: [message('wamid.1')] })).toEqual({ bsuid: 'US.1', phone: '+16505551234' });
  });

  test('may have no phone number at all', () => {
    expect(senderOf({ contacts: [{ user_id: 'US.1' }], messages: [anonymous] })).toEqual({
      bsuid: 'US.1',
      phone: null,
    });
    expect(senderOf({ messages: [{ ...anonymous, from_user_id: 'US.2' }] })).toEqual({ bsuid: 'US.2', phone: null });
  });

  test('is not guessed where several people share a delivery', () => {
    const contacts = [{ user_id: 'US.1' }];
    expect(senderOf({ contacts, messages: [anonymous, message('wamid.2')] })).toMatchObject({ reason: 'no_sender' });
    expect(senderOf({ contacts, messages: [message('wamid.2'), anonymous] })).toEqual({
      bsuid: null,
      phone: '+16505551234',
    });
  });

  test('who says nothing of himself is ignored', () => {
    expect(senderOf({ messages: [anonymous] })).toMatchObject({ item: 'ignored', reason: 'no_sender' });
  });
});

describe('what is left alone', () => {
  test.each([
    ['a message of a group', { group_id: 'g' }, 'group'],
    ['a message without a time', { timestamp: 'soon' }, 'no_time'],
    ['an empty text', { text: { body: '  ' } }, 'empty'],
    ['a button without an id', { type: 'button', button: { text: 'Yes' } }, 'empty'],
    ['a button whose id is none of ours', { type: 'button', button: { payload: 'x'.repeat(257) } }, 'empty'],
    ['an id that no command could bear', { id: 'wamid with spaces' }, 'no_id'],
  ])('%s', (_what, fields, reason) => {
    expect(read({ messages: [{ ...message('wamid.1'), ...fields }] })).toMatchObject([{ item: 'ignored', reason }]);
  });

  test('what is not about WhatsApp', () => {
    expect(readDelivery({ ...delivery({}), object: 'page' }, ours)).toMatchObject([{ reason: 'not_whatsapp' }]);
  });
});
