import { actionIn, timelineIn } from './api.ts';
import type { World } from './world.ts';

/** Something in an action's life; what went wrong in it comes with all that can be seen of it from outside. */
export async function withAccount<T>(world: World, id: string, life: () => Promise<T>): Promise<T> {
  try {
    return await life();
  } catch (cause) {
    throw new Error(`${String(cause)}\n${await accountOf(world, id)}`, { cause });
  }
}

async function accountOf({ api, phone, target }: World, id: string): Promise<string> {
  const messages = phone.messages.filter(({ key }) => key.includes(id));
  const names = [id, ...messages.map(({ wamid }) => JSON.stringify(wamid))];
  const webhooks = phone.webhooks.filter(({ body }) => names.some((name) => body.includes(name)));
  return [
    'The action:',
    JSON.stringify(actionIn(await api.get(id))),
    'Its timeline:',
    ...(timelineIn(await api.timeline(id)) ?? []).map((entry) => JSON.stringify(entry)),
    'On the phone:',
    ...messages.map(({ wamid, key, text }) => `${wamid} ${key}: ${text}`),
    'From the phone, and how each was answered:',
    ...webhooks.map(({ body, answers }) => `${answers.join(' ')} <- ${body}`),
    'Calls of the target:',
    ...target.calls.filter(({ actionId }) => actionId === id).map((call) => JSON.stringify(call)),
  ].join('\n');
}
