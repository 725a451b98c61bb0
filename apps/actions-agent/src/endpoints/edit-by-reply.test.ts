import { commandIngest } from '@intexuraos/contracts';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { describeAgent } from '../testing/describe-agent.ts';
import { buttonOf } from '../testing/person.ts';

const Stated = z.object({ payload: z.object({ start: z.string(), end: z.string() }).partial().optional() });

/** The agent's tests happen on a Tuesday, 1 December 2026, ten in the morning in Warsaw. */
describeAgent('an answer that changes what was asked', (stage) => {
  const effectsOf = (id: string) =>
    stage.agent.neighbours.effects().filter(({ idempotencyKey }) => idempotencyKey?.startsWith(id));

  const aTodo = { title: 'Call the dentist', payload: { prompt: 'call the dentist tomorrow', dueDate: '2026-12-02' } };

  test('"yes but at 3pm" approves nothing: it is asked about anew, with what is different and another code', async () => {
    const anna = stage.somebody();
    const { action, message } = await anna.isAsked(aTodo);
    const [question, ...more] = await anna.says('yes but at 3pm', message);
    const edited = await anna.action(action.id);
    expect(edited).toMatchObject({ status: 'awaiting_approval', version: 2, approval: null });
    expect(edited.ask?.code).not.toBe(action.ask?.code);
    expect(edited.wording.previous).toEqual({
      verb: 'Create a to-do',
      title: 'Call the dentist',
      facts: action.wording.facts,
    });
    expect(question?.message.split('\n')).toEqual([
      `It changed. Create a to-do? #${edited.ask?.code}`,
      'Call the dentist',
      'Due: 2026-12-02 → 2026-12-02T15:00:00+01:00',
      'Details: call the dentist tomorrow',
      'Reply yes or no, or tap a button.',
    ]);
    expect(more).toEqual([]);
    expect(effectsOf(action.id)).toEqual([]);
    await anna.says('yes', question);
    expect(effectsOf(action.id)).toMatchObject([{ body: { dueDate: '2026-12-02T15:00:00+01:00' } }]);
  });

  test.each([
    ['edit: title Dentist', { title: 'Dentist' }],
    ['Edit title: "Dentist"', { title: 'Dentist' }],
    ['change the title to Dentist please', { title: 'Dentist' }],
    ['call it Dentist', { title: 'Dentist' }],
    ['Ändere den Titel auf Zahnarzt', { title: 'Zahnarzt' }],
    ['change the time to 3pm', { payload: { dueDate: '2026-12-02T15:00:00+01:00' } }],
    ['yes, but on Friday', { payload: { dueDate: '2026-12-04' } }],
    ['ja, aber um 15 Uhr', { payload: { dueDate: '2026-12-02T15:00:00+01:00' } }],
    ['3pm instead', { payload: { dueDate: '2026-12-02T15:00:00+01:00' } }],
    ['edit: title Dentist, priority high', { title: 'Dentist', payload: { priority: 'high' } }],
    ['edit tags: health, phone', { payload: { tags: ['health', 'phone'] } }],
  ])('"%s" changes exactly that', async (words, changed) => {
    const anna = stage.somebody();
    const { action, message } = await anna.isAsked(aTodo);
    const [question] = await anna.says(words, message);
    const edited = await anna.action(action.id);
    expect(edited).toMatchObject({ version: 2, status: 'awaiting_approval', ...changed });
    expect(question?.message).toContain(`#${edited.ask?.code}`);
    expect(question?.message).toContain('→');
    expect(effectsOf(action.id)).toEqual([]);
  });

  test('the old button, the old question and the old reply approve nothing any more', async () => {
    const anna = stage.somebody();
    const { action, message } = await anna.isAsked(aTodo);
    await anna.says('edit: title Dentist', message);
    for (const said of [{ buttonId: buttonOf(message, 'Approve') }, { replyText: 'yes' }, { reaction: '👍' }]) {
      const [told] = await anna.says(said, message);
      expect(told?.message).toContain('It changed; here is the new one.');
    }
    expect(await anna.action(action.id)).toMatchObject({ status: 'awaiting_approval', version: 2 });
  });

  test('the same reply again changes nothing and says nothing', async () => {
    const anna = stage.somebody();
    const { action, message } = await anna.isAsked(aTodo);
    const reply = anna.reply({ replyText: 'edit: title Dentist' }, message);
    await anna.says(reply);
    expect(await anna.says(reply)).toEqual([]);
    expect(await anna.action(action.id)).toMatchObject({ version: 2, title: 'Dentist' });
  });

  test('a change of what was edited meanwhile is not made; the person sees what it is now', async () => {
    const anna = stage.somebody();
    const { action, message } = await anna.isAsked(aTodo);
    await anna.says('edit: title Dentist', message);
    const [told] = await anna.says('edit: title Doctor', message);
    expect(told?.message).toContain('It changed; here is the new one.');
    expect(await anna.action(action.id)).toMatchObject({ title: 'Dentist', version: 2 });
  });

  describe('that quotes nothing', () => {
    test('is about the one open question', async () => {
      const anna = stage.somebody();
      const { action } = await anna.isAsked(aTodo);
      const [question] = await anna.says('yes but at 3pm');
      expect(question?.message).toContain('It changed.');
      expect(await anna.action(action.id)).toMatchObject({ version: 2, status: 'awaiting_approval' });
    });

    test.each(['buy bread at 3pm', 'call mum', 'no, buy bread', 'change the oil of the car'])(
      'but may be something new ("%s") is passed on',
      async (text) => {
        const anna = stage.somebody();
        const { action } = await anna.isAsked(aTodo);
        expect(await anna.says(text)).toEqual([]);
        expect(stage.agent.bus.of(commandIngest).filter(({ userId }) => userId === anna.userId)).toMatchObject([
          { text },
        ]);
        expect(await anna.action(action.id)).toMatchObject({ version: 1, ask: { clarifications: 0 } });
      },
    );
  });

  describe('that cannot be read', () => {
    test.each([
      ['yes but at 5', 'may be in the morning or in the afternoon'],
      ['edit: priority enormous', 'expected low, medium, high, urgent'],
      ['edit: title Call the dentist', 'it says that already'],
    ])('"%s" is asked again, with the reason and how to edit', async (words, reason) => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked(aTodo);
      const [question] = await anna.says(words, message);
      expect(question?.message).toContain(reason);
      expect(question?.message).toContain('To change it, reply "edit: title ..."');
      expect(await anna.action(action.id)).toMatchObject({ version: 1, status: 'awaiting_approval', approval: null });
    });

    test('"yes but with milk" is not understood, and never approves', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked(aTodo);
      const [question] = await anna.says('yes but with milk', message);
      expect(question?.message).toMatch(/^I did not understand that\./);
      expect(await anna.action(action.id)).toMatchObject({ version: 1, status: 'awaiting_approval', approval: null });
    });
  });

  describe('of each type', () => {
    test('an event moves and stays as long as it is; its facts are worked out before it is asked about', async () => {
      stage.agent.neighbours.plays('/internal/calendar/preview', (body) => {
        const { payload: { start, end } = {} } = Stated.parse(body);
        return {
          status: 'ready',
          summary: 'Dentist',
          start: start ?? '2026-12-03T09:00:00+01:00',
          end: end ?? '2026-12-03T09:45:00+01:00',
          timeZone: 'Europe/Warsaw',
          reasoning: 'as said',
        };
      });
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked({ type: 'calendar', title: 'Dentist', payload: {} });
      const [question] = await anna.says('yes but at 3pm', message);
      const edited = await anna.action(action.id);
      expect(edited).toMatchObject({
        version: 2,
        payload: { start: '2026-12-03T15:00:00+01:00', end: '2026-12-03T14:45:00.000Z' },
      });
      expect(question?.message).toContain('Start: 2026-12-03T09:00:00+01:00 → 2026-12-03T15:00:00+01:00');
    });

    test.each([
      [
        'reminder',
        { remindAt: '2026-12-02T09:00:00+01:00' },
        'yes but at 3pm',
        { remindAt: '2026-12-02T15:00:00+01:00' },
      ],
      [
        'note',
        { prompt: 'call the plumber' },
        'edit: text call the plumber today',
        { prompt: 'call the plumber today' },
      ],
      ['research', { prompt: 'cats' }, 'edit question: dogs', { prompt: 'dogs' }],
      [
        'link',
        { url: 'https://a.example/' },
        'change the address to https://b.example/x',
        { url: 'https://b.example/x' },
      ],
      ['linear', { prompt: 'it crashes' }, 'change priority to high', { priority: 'high' }],
    ])('a %s', async (type, payload, words, changed) => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked({ type, title: 'A title', payload, confidence: 0.5 });
      await anna.says(words, message);
      expect(await anna.action(action.id)).toMatchObject({ version: 2, status: 'awaiting_approval', payload: changed });
    });
  });
});
