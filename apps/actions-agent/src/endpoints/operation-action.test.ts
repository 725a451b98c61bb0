import { expect, test } from '@jest/globals';
import { describeAgent } from '../testing/describe-agent.ts';
import { buttonOf } from '../testing/person.ts';

const performPath = '/internal/operations/perform';
const previewPath = '/internal/operations/preview';

describeAgent('an operation of an outside platform', (stage) => {
  const mail = { to: 'ana@example.com', subject: 'The leak', body: 'It drips.' };
  const wish = {
    type: 'operation',
    title: 'Email Ana about the leak',
    payload: { platform: 'gmail', action_type: 'send_email', payload: mail },
  };
  const performed = (id: string) =>
    stage.agent.neighbours.received(performPath).filter(({ idempotencyKey }) => idempotencyKey?.startsWith(id));

  test('is asked about with exactly what will be sent and from which account, and then that is performed', async () => {
    const anna = stage.somebody();
    const { action, message } = await anna.isAsked(wish);
    expect(message.message.split('\n')).toEqual([
      `Send an email with Gmail? #${action.ask?.code}`,
      'Email Ana about the leak',
      'to: ana@example.com',
      'subject: The leak',
      'body: It drips.',
      'Account: work (Gmail)',
      'Reply yes or no, or tap a button.',
    ]);
    expect(performed(action.id)).toEqual([]);
    const [report] = await anna.says({ buttonId: buttonOf(message, 'Approve') }, message);
    expect(report?.message).toContain('Email sent successfully');
    expect(performed(action.id)).toMatchObject([
      {
        idempotencyKey: `${action.id}:v1`,
        body: {
          userId: anna.userId,
          actionId: action.id,
          connection: 'c1',
          payload: mail,
          digest: JSON.stringify(mail),
        },
      },
    ]);
  });

  test('that is of a request names it', async () => {
    const anna = stage.somebody();
    const { action, message } = await anna.isAsked({ ...wish, origin: { kind: 'operation', id: 'p-1' } });
    await anna.says('yes', message);
    expect(performed(action.id)).toMatchObject([{ body: { request: 'p-1' } }]);
  });

  test.each([
    ['yes but to bob@example.org', { ...mail, to: ['bob@example.org'] }],
    ['edit: subject Drops', { ...mail, subject: 'Drops' }],
    ['edit: text "It stopped.", subject Over', { ...mail, subject: 'Over', body: 'It stopped.' }],
  ])('"%s" asks anew, and only the new one can be performed', async (words, payload) => {
    const anna = stage.somebody();
    const { action, message } = await anna.isAsked(wish);
    const [question] = await anna.says(words, message);
    expect(question?.message).toContain('It changed. Send an email with Gmail?');
    expect(question?.message).toContain('→');
    await anna.says({ buttonId: buttonOf(message, 'Approve') }, message);
    expect(performed(action.id)).toEqual([]);
    await anna.says('yes', question);
    expect(performed(action.id)).toMatchObject([{ idempotencyKey: `${action.id}:v2`, body: { payload } }]);
  });

  test('whose account is missing cannot be approved, and says what helps', async () => {
    const anna = stage.somebody();
    const problem = 'No account of Gmail is connected: connect one at https://app.intexuraos.test/#/connections';
    stage.agent.neighbours.plays(previewPath, () => ({ status: 'failed', problem }));
    const { action, message } = await anna.isAsked(wish);
    expect(message.message).toContain(`Not possible yet: ${problem}`);
    expect(message.buttons?.map(({ title }) => title)).toEqual(['Reject']);
    const [question] = await anna.says('edit: to Bob', message);
    expect(question?.message).toContain('Not possible yet: What is Bob’s address?');
    expect((await anna.action(action.id)).payload).toMatchObject({ recipient: 'Bob' });
  });
});

describeAgent('how a performed operation ended', (stage) => {
  const wish = {
    type: 'operation',
    title: 'Email Ana',
    payload: { action_type: 'send_email', payload: { to: 'ana@example.com' } },
  };
  const ends = async (outcome: object) => {
    stage.agent.neighbours.plays(performPath, () => outcome);
    const anna = stage.somebody();
    const { action, message } = await anna.isAsked(wish);
    const told = await anna.says('yes', message);
    return { action: await anna.action(action.id), told: told.map((each) => each.message).join('\n') };
  };

  test('not performed: it failed, nothing happened, and it can be tried again', async () => {
    const { action, told } = await ends({
      outcome: 'not_executed',
      code: 'CONNECTION_EXPIRED',
      message: 'Connect it anew',
      retryable: false,
    });
    expect(action).toMatchObject({ status: 'failed', outcome: 'no_effect', failure: { code: 'CONNECTION_EXPIRED' } });
    expect(told).toContain('Failed: Email Ana');
  });

  test('unknown: it is never tried again by itself, and a person is told to look', async () => {
    const { action, told } = await ends({
      outcome: 'unknown',
      code: 'CONNECTION_LOST',
      message: 'It broke off',
      retryable: false,
    });
    expect(action).toMatchObject({ status: 'failed', outcome: 'unknown', needsAttention: 'OUTCOME_UNKNOWN' });
    expect(told).toContain('It may or may not have happened: Email Ana');
    expect(action.attempts).toBe(1);
  });

  test('simulated: it is said to be only that', async () => {
    const { action, told } = await ends({
      outcome: 'simulated',
      message: 'Email sent successfully',
      output: { id: '1' },
    });
    expect(action).toMatchObject({ status: 'completed', payload: { output: { id: '1' } } });
    expect(told).toContain('Only simulated: Email sent successfully');
  });

  test('still under way: the same key asks again later', async () => {
    const { action } = await ends({ outcome: 'running', retryAfterMs: 60_000 });
    expect(action).toMatchObject({ status: 'pending', attempts: 1 });
    stage.agent.neighbours.plays(performPath, () => ({ outcome: 'executed', message: 'Email sent successfully' }));
    await stage.agent.clock.advance(60_000);
    await stage.agent.sweep();
    const calls = stage.agent.neighbours
      .received(performPath)
      .filter(({ idempotencyKey }) => idempotencyKey?.startsWith(action.id));
    expect(calls.map(({ idempotencyKey }) => idempotencyKey)).toEqual([`${action.id}:v1`, `${action.id}:v1`]);
  });
});
