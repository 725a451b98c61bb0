import { AppError } from '@intexuraos/kernel';
import type { ActionView } from '../endpoints/action-view.ts';
import type { Stage } from './describe-agent.ts';
import type { AskedAction, TestPerson } from './person.ts';

/** A to-do that was approved and may run now, but has not: at the first attempt its target was not available. */
export async function approvedTodo({ agent }: Stage, person: TestPerson): Promise<AskedAction> {
  const { action, message } = await person.isAsked();
  agent.neighbours.plays('/internal/todos', () => {
    throw new AppError('UNAVAILABLE', 'not now');
  });
  await person.patch(`/actions/${action.id}`, { status: 'pending' });
  agent.neighbours.plays('/internal/todos', () => ({
    status: 'completed',
    message: 'To-do created',
    resourceUrl: '/#/todos/t1',
  }));
  await agent.settle();
  await agent.clock.advance(10_000);
  return { action: await person.action(action.id), message };
}

/** A reminder that was approved and waits for its time, a day from now. */
export async function approvedReminder({ agent }: Stage, person: TestPerson): Promise<ActionView> {
  const remindAt = new Date(agent.clock.now() + 86_400_000).toISOString();
  const { action } = await person.isAsked({ type: 'reminder', payload: { remindAt } });
  await person.patch(`/actions/${action.id}`, { status: 'pending' });
  await agent.settle();
  return person.action(action.id);
}
