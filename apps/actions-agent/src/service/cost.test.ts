import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { describeAgent } from '../testing/describe-agent.ts';
import { buttonOf } from '../testing/person.ts';

/** What one life of an action may cost (spec, section 9): documents written, documents read, messages published. */
const allowed = { writes: 10, reads: 8, messages: 6 } as const;

describeAgent(
  'the cost of one life: create, ask, word that it was sent, answer, run, report',
  (stage) => {
    const bills: string[] = [];
    afterAll(() => void process.stdout.write(`\n${bills.join('\n')}\n`));

    const messages = () =>
      stage.agent.bus.published.map(({ topic, event }) => {
        const detail =
          'messageKey' in event
            ? String(event.messageKey).split(':')[0]
            : 'status' in event
              ? String(event.status)
              : '';
        return detail === '' ? topic : `${topic} (${detail})`;
      });

    let before = { writes: 0, reads: 0, messages: 0 };
    beforeEach(async () => {
      await stage.agent.settle();
      const { store, bus } = stage.agent;
      before = { writes: store.writes.length, reads: store.reads.length, messages: bus.published.length };
    });

    /** Every single thing that was paid for since the test began. */
    function bill(name: string) {
      const { store } = stage.agent;
      const items = {
        writes: store.writes.slice(before.writes),
        reads: store.reads.slice(before.reads),
        messages: messages().slice(before.messages),
      };
      const lines = Object.entries(items).flatMap(([kind, list]) => [
        `  ${list.length} ${kind}:`,
        ...list.map((item) => `    ${item}`),
      ]);
      const text = [`${name}:`, ...lines].join('\n');
      bills.push(text);
      return {
        counts: { writes: items.writes.length, reads: items.reads.length, messages: items.messages.length },
        text,
      };
    }

    const expectWithin = (
      { counts, text }: ReturnType<typeof bill>,
      limits: Readonly<Record<keyof typeof allowed, number>>,
    ) => {
      const over = Object.entries(counts).filter(
        ([kind, count]) => count > limits[kind === 'writes' || kind === 'reads' ? kind : 'messages'],
      );
      if (over.length > 0) throw new Error(`over ${JSON.stringify(limits)}: ${JSON.stringify(over)}\n${text}`);
      expect(over).toEqual([]);
    };

    describe('answered', () => {
      test('by a quoted reply', async () => {
        const anna = stage.somebody();
        const { id } = await anna.creates();
        await stage.agent.settle();
        await anna.says('yes', anna.phone(id).at(-1));
        expectWithin(bill('answered by a quoted reply'), allowed);
      });

      test('by a button', async () => {
        const anna = stage.somebody();
        const { id } = await anna.creates();
        await stage.agent.settle();
        const [question] = anna.phone(id);
        if (question === undefined) throw new Error('nobody asked');
        await anna.says({ buttonId: buttonOf(question, 'Approve') }, question);
        expectWithin(bill('answered by a button'), allowed);
      });

      test('by a reply that quotes nothing', async () => {
        const anna = stage.somebody();
        await anna.creates();
        await stage.agent.settle();
        await anna.says('yes');
        expectWithin(bill('answered by a reply that quotes nothing'), allowed);
      });

      test('on the web, by /execute', async () => {
        const anna = stage.somebody();
        const { id } = await anna.creates();
        await stage.agent.settle();
        await anna.post(`/actions/${id}/execute`);
        await stage.agent.settle();
        expectWithin(bill('answered on the web, by /execute'), allowed);
      });

      test('on the web, by PATCH', async () => {
        const anna = stage.somebody();
        const { id } = await anna.creates();
        await stage.agent.settle();
        await anna.patch(`/actions/${id}`, { status: 'pending' });
        await stage.agent.settle();
        expectWithin(bill('answered on the web, by PATCH'), allowed);
      });

      test('by a rule: a link that is saved without asking', async () => {
        const anna = stage.somebody();
        await anna.creates({ type: 'link', confidence: 1, payload: { url: 'https://a.example.org/' } });
        await stage.agent.settle();
        expectWithin(bill('approved by a rule'), allowed);
      });

      test('by a rule that may approve so many a day', async () => {
        const anna = stage.somebody();
        const rule = { id: 'r', name: 'R', actionTypes: ['todo'], confidenceMin: 0, conditions: {}, perDayMax: 10 };
        stage.agent.neighbours.plays('/internal/users/:userId/auto-approval-rules', () => ({ rules: [rule] }));
        await anna.creates();
        await stage.agent.settle();
        expectWithin(bill('approved by a rule with a cap'), allowed);
      });

      test('for a type whose facts are worked out first', async () => {
        const anna = stage.somebody();
        const { message } = await anna.isAsked({ type: 'calendar' });
        await anna.says('yes', message);
        expectWithin(bill('calendar, answered by a quoted reply'), allowed);
      });
    });
  },
  { store: 'memory', pace: { worksAfterAnswer: false, markDelayMs: 0, heardDelayMs: 0 } },
);
