import { send } from '../http.ts';
import { type Agent, startAgent } from './agent.ts';
import { attachPhone, createTodo } from './one-lifecycle.ts';

export interface Rivalry {
  /** How many of the rivals carried the action out. */
  readonly winners: number;
  /** From the first call to the last answer. */
  readonly seconds: number;
}

/** So many calls of `/execute` at once over HTTP, on one action, again and again on another one. */
export async function measureRivals(projectId: string, rivals: number, repetitions: number): Promise<Rivalry[]> {
  const agent = await startAgent(projectId);
  attachPhone(agent, false);
  const found: Rivalry[] = [];
  for (let repetition = 0; repetition <= repetitions; repetition += 1) {
    const rivalry = await compete(agent, rivals, `prize-${repetition}`);
    // The first repetition opens the connections.
    if (repetition > 0) found.push(rivalry);
  }
  await agent.close();
  return found;
}

async function compete(agent: Agent, rivals: number, title: string): Promise<Rivalry> {
  const id = await createTodo(agent, title);
  await agent.carrier.deliverAll();
  const before = agent.effects();
  const execute = { method: 'POST', url: `${agent.url}/actions/${id}/execute`, headers: agent.asPerson, body: {} };
  const begin = performance.now();
  await Promise.all(Array.from({ length: rivals }, () => send(execute)));
  const seconds = (performance.now() - begin) / 1000;
  await agent.carrier.deliverAll();
  return { winners: agent.effects() - before, seconds };
}
