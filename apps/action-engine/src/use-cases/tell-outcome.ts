import { whatsappMessageSend } from '@intexuraos/contracts';
import { delivered, refused, taken } from '../domain/callback.ts';
import { callbackBody } from '../domain/callback-body.ts';
import { unknownNotice } from '../domain/notice.ts';
import { endingId } from '../domain/performance.ts';
import type { ActionEnginePorts, KeptPerformance } from '../ports.ts';

/** Waiting longer than this is left to the sweep. */
const patienceMs = 10_000;

/** Tells who has to be told how a performance ended, and again a moment later when nobody took it. */
export async function tellOutcome(ports: ActionEnginePorts, id: string, signal: AbortSignal): Promise<void> {
  const { clock } = ports;
  for (;;) {
    const kept = await tellNow(ports, id);
    const nextAt = kept?.performance.callback?.nextAt ?? null;
    if (nextAt === null || nextAt - clock.now() > patienceMs) return;
    await clock.sleep(Math.max(0, nextAt - clock.now()), signal);
  }
}

/** What is due about it now. Null: there is no such performance. */
export async function tellNow(ports: ActionEnginePorts, id: string): Promise<KeptPerformance | null> {
  const kept = await ports.performances.get(id);
  if (kept === null) return null;
  const noticed = kept.performance.noticeDue ? await notify(ports, kept) : kept;
  const nextAt = noticed.performance.callback?.nextAt ?? null;
  return nextAt !== null && nextAt <= ports.clock.now() ? call(ports, noticed) : noticed;
}

async function notify({ publisher, performances, clock, crashPoint }: ActionEnginePorts, kept: KeptPerformance) {
  const { performance } = kept;
  crashPoint('before-notice');
  await publisher.publish(whatsappMessageSend, {
    type: 'whatsapp.message.send',
    userId: performance.userId,
    message: unknownNotice(performance),
    correlationId: `operation-${performance.id}`,
    messageKey: `operation-unknown:${performance.id}`,
    timestamp: new Date(clock.now()).toISOString(),
  });
  crashPoint('after-notice');
  return (await performances.change(kept, { ...performance, noticeDue: false })) ?? kept;
}

async function call(ports: ActionEnginePorts, kept: KeptPerformance): Promise<KeptPerformance> {
  const { performances, callbacks, clock, crashPoint, leaseMs } = ports;
  const { performance } = kept;
  if (performance.callback === null) return kept;
  const attempt = taken(performance.callback, clock.now(), leaseMs);
  const begun = await performances.change(kept, { ...performance, callback: attempt });
  if (begun === null) return kept;
  const { id, userId } = performance;
  const told = { id: endingId(performance), body: callbackBody(performance) };
  crashPoint('before-callback');
  const problem = await callbacks.send({ url: attempt.url, userId, ...told });
  crashPoint('after-callback');
  const callback = problem === null ? delivered(attempt, clock.now()) : refused(attempt, problem, clock.now());
  if (problem !== null && callback.nextAt === null) await ports.putAside({ performanceId: id, userId, problem });
  return (await performances.change(begun, { ...performance, callback })) ?? begun;
}
