import { expect, test } from '@jest/globals';
import { describeAgent } from '../testing/describe-agent.ts';

const performPath = '/internal/operations/perform';

describeAgent('a mail whose reader and text are only named', (stage) => {
  const wish = (payload: object) => ({
    type: 'operation',
    title: 'email Ana the notes',
    payload: { prompt: 'email Ana the notes', action_type: 'send_email', payload: {}, ...payload },
  });
  const performed = (id: string) =>
    stage.agent.neighbours.received(performPath).filter(({ idempotencyKey }) => idempotencyKey?.startsWith(id));
  const sentAfterYes = async (payload: object) => {
    const anna = stage.somebody();
    const { action, message } = await anna.isAsked(wish(payload));
    await anna.says('yes', message);
    return performed(action.id);
  };
  const problemOf = async (payload: object) => {
    const { action, message } = await stage.somebody().isAsked(wish(payload));
    expect(message.buttons?.map(({ title }) => title)).toEqual(['Reject']);
    return action.wording.problem;
  };

  test.each([
    [
      { recipient: 'Ana', notes: '' },
      { to: ['Ana <ana@example.com>'], subject: 'Call the plumber', body: 'About the leak.' },
    ],
    [{ recipient: 'ÁNA', notes: 'plumber' }, { subject: 'Call the plumber' }],
    [
      { recipient: 'Tom Green', notes: 'the offer of the roofer' },
      { to: ['Tom Green <green@example.com>'], body: 'Red tiles.' },
    ],
    [{ recipient: 'Ana and bob@x.org', notes: '' }, { to: ['Ana <ana@example.com>', 'bob@x.org'] }],
    [
      { recipient: 'bob@x.org', payload: { subject: 'Lunch', body: 'At noon?' } },
      { to: ['bob@x.org'], subject: 'Lunch', body: 'At noon?' },
    ],
    [
      { recipient: 'Ana', notes: '', payload: { subject: 'My own' } },
      { subject: 'My own', body: 'About the leak.' },
    ],
  ])('%j becomes exactly what is sent', async (payload, sent) => {
    expect(await sentAfterYes(payload)).toMatchObject([{ body: { payload: sent } }]);
  });

  test.each([
    [{ recipient: 'Eva', notes: '' }, 'What is Eva’s address?'],
    [{ recipient: 'Tom', notes: '' }, 'Which Tom: Tom Brown or Tom Green?'],
    [{ recipient: ' ', notes: '' }, 'Who shall get it?'],
    [{ recipient: 'Ana', notes: 'the boiler' }, 'No note is called like "the boiler"'],
    [
      { recipient: 'Ana', notes: 'offer' },
      'Which note? reply "edit: notes …" with words of "Offer of the painter" or "Offer of the roofer"',
    ],
  ])('%j is never guessed: a person is asked', async (payload, problem) => {
    expect(await problemOf(payload)).toContain(problem);
  });

  test('an answer to what was missing makes the question whole', async () => {
    const anna = stage.somebody();
    const { action, message } = await anna.isAsked(wish({ recipient: 'Eva', notes: 'offer' }));
    const [which] = await anna.says('edit: to eva@example.com', message);
    expect(which?.message).toContain('Which note?');
    const [question] = await anna.says('edit: notes painter', which);
    expect(question?.message).toContain('White, two rooms.');
    await anna.says('yes', question);
    expect(performed(action.id)).toMatchObject([
      { body: { payload: { to: ['eva@example.com'], subject: 'Offer of the painter' } } },
    ]);
  });

  test('the same answer again is looked up anew: the address may be known by now', async () => {
    const anna = stage.somebody();
    const { message } = await anna.isAsked(wish({ recipient: 'Eva', notes: '' }));
    const [again] = await anna.says('edit: to Eva', message);
    expect(again?.message).toContain('What is Eva’s address?');
  });
});
