import { expect, test } from '@jest/globals';
import { asked, reached, wished } from './testing/harness/life.ts';
import { inOneMachine } from './testing/harness/one-machine/open-one-machine.ts';
import type { Said } from './testing/harness/phone/webhook-body.ts';
import { checkEffects } from './testing/harness/truth.ts';
import { wishFor } from './testing/harness/wishes.ts';

const answers: readonly (readonly [string, Said])[] = [
  ['a thumb up', { reaction: '👍' }],
  ['a quoted yes', { text: 'yes' }],
];

test.each(answers)(
  '%s counts that comes before WhatsApp has said which message the question is',
  async (_name, said) => {
    await inOneMachine({ statuses: [], acceptsAfterMs: 1_000 }, async (world) => {
      const { machine, phone, target } = world;
      await machine.start();
      const id = await wished(world, wishFor('todo'));
      phone.say(said, (await asked(world, id)).wamid);
      await phone.settled();
      expect(phone.messages).toHaveLength(1);
      checkEffects(await reached(world, id, 'completed'), target.ledger);
    });
  },
  90_000,
);
