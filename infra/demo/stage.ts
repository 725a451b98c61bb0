import { setTimeout } from 'node:timers/promises';
import type { Action, Machine, Message } from './machine.ts';

const patienceMs = 15_000;
const lookEveryMs = 50;

/** One play on the machine: waits for what shall happen, and says what it sees. */
export interface Stage {
  readonly machine: Machine;
  title(text: string): void;
  say(text: string): void;
  /** The next message on the phone that holds `text`. */
  hear(text: string): Promise<Message>;
  /** Resolves when the action has reached the status. */
  reach(id: string, status: string): Promise<Action>;
  showTimeline(id: string): Promise<void>;
  /** A command id that no earlier play used. */
  commandId(name: string): string;
}

export async function openStage(machine: Machine, print: (line: string) => void): Promise<Stage> {
  const run = Date.now().toString(36);
  let seen = (await machine.messagesAfter(undefined)).at(-1)?.wamid;

  async function until<T>(what: string, look: () => Promise<T | null>): Promise<T> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const found = await look();
      if (found !== null) return found;
      if (Date.now() > deadline) throw new Error(`waited ${patienceMs / 1000} s in vain for ${what}`);
      await setTimeout(lookEveryMs);
    }
  }

  return {
    machine,
    title: (text) => print(`\n\u001b[1m${text}\u001b[0m`),
    say: (text) => print(`  ${text}`),
    commandId: (name) => `demo:${name}-${run}`,
    async hear(text) {
      const message = await until(`a message with "${text}"`, async () => {
        const messages = await machine.messagesAfter(seen);
        return messages.find((candidate) => candidate.text.includes(text)) ?? null;
      });
      seen = message.wamid;
      for (const line of message.text.split('\n')) print(`    phone │ ${line}`);
      if (message.buttons.length > 0)
        print(`          │ ${message.buttons.map(({ title }) => `[${title}]`).join(' ')}`);
      return message;
    },
    reach: (id, status) =>
      until(`the status ${status}`, async () => {
        const action = await machine.action(id);
        return action.status === status ? action : null;
      }),
    async showTimeline(id) {
      for (const { at, event, channel, status, note } of await machine.timeline(id)) {
        print(
          `    ${at.slice(11, 23)}  ${event.padEnd(12)} ${status.padEnd(18)} ${channel}${note ? ` · ${note}` : ''}`,
        );
      }
    },
  };
}
