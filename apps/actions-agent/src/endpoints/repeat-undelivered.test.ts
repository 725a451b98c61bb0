import { expect, test } from '@jest/globals';
import { describeAgent } from '../testing/describe-agent.ts';
import { buttonOf, type TestPerson } from '../testing/person.ts';
import type { PhoneMessage } from '../testing/phone.ts';

describeAgent('POST /internal/actions/window-opened', (stage) => {
  /** They wrote something, so WhatsApp lets messages through. */
  async function writes({ userId, phone }: TestPerson): Promise<readonly PhoneMessage[]> {
    const before = phone().length;
    const timestamp = new Date(stage.agent.clock.now()).toISOString();
    const { status } = await stage.agent.push('whatsapp-window-actions', {
      type: 'whatsapp.window.opened',
      userId,
      timestamp,
    });
    expect(status).toBe(204);
    await stage.agent.settle();
    return phone().slice(before);
  }

  async function fails(message: PhoneMessage): Promise<void> {
    await stage.agent.phones.tell(message, { status: 'failed', errorCode: '131047' });
    await stage.agent.settle();
  }

  async function unreached() {
    const anna = stage.somebody();
    const asked = await anna.isAsked();
    await fails(asked.message);
    return { anna, ...asked };
  }

  test('shows what did not reach the person, and only that', async () => {
    const { anna, action, message } = await unreached();
    await anna.isAsked({ title: 'came through' });
    const heard = await writes(anna);
    expect(heard.map((each) => each.message)).toEqual([`This did not reach you before.\n${message.message}`]);
    expect(await anna.action(action.id)).toMatchObject({
      needsAttention: null,
      ask: { version: 1, delivery: { status: 'sent' } },
    });
  });

  test('is answered like the question itself: by button, quoted or bare', async () => {
    for (const how of ['button', 'quoted', 'bare'] as const) {
      const { anna, action } = await unreached();
      const [shown] = await writes(anna);
      if (shown === undefined) throw new Error('nothing was shown');
      if (how === 'button') await anna.says({ buttonId: buttonOf(shown, 'Approve') }, shown);
      else await anna.says('yes', how === 'quoted' ? shown : undefined);
      expect(await anna.action(action.id)).toMatchObject({ status: 'completed' });
    }
  });

  test('before it was shown, a bare yes approves nothing that never arrived: it is shown', async () => {
    const { anna, action } = await unreached();
    const [shown] = await anna.says('yes');
    expect(shown?.message).toContain(`#${action.ask?.code}`);
    expect(await anna.action(action.id)).toMatchObject({ status: 'awaiting_approval' });
  });

  test('however often the person writes, it is shown once, and again only if that failed too', async () => {
    const { anna, action } = await unreached();
    const [shown] = await writes(anna);
    expect(await writes(anna)).toEqual([]);
    if (shown !== undefined) await fails(shown);
    expect(await anna.action(action.id)).toMatchObject({ needsAttention: 'UNDELIVERED' });
    expect(await writes(anna)).toHaveLength(1);
  });

  test('what was answered on the web meanwhile is not shown', async () => {
    const { anna, action } = await unreached();
    await anna.post(`/actions/${action.id}/execute`);
    await stage.agent.settle();
    expect(await writes(anna)).toEqual([]);
  });
});
