import { rmSync } from 'node:fs';
import { type Machine, startMachine } from '../machine.ts';
import type { Figure, Measure } from '../measure.ts';
import { startOutside } from '../one-machine/outside.ts';
import { openPerson, type Person } from '../person.ts';
import { median, ratios } from '../statistics.ts';
import { folderWith, lifeOfAPerson } from './fill.ts';

const few = 1_000;
const many = 1_000_000;
const repetitions = 9;
const callsEach = 25;

const how = `The same calls over HTTP to two processes, one with ${few.toLocaleString('en')} stored actions and one with
${many.toLocaleString('en')}, all of one person, a quarter of them open; calls take turns, ${repetitions} times ${callsEach}.`;

/** Calls whose cost must not depend on how much is stored. */
const calls: Readonly<Record<string, (person: Person, edited: string) => Promise<unknown>>> = {
  'inbox page': (person) => person.read('/actions?limit=50'),
  'inbox page of what is open': (person) => person.read('/actions?limit=50&status=awaiting_approval'),
  sweep: (person) => person.sweep(),
  'timeline of 120 events': (person, edited) => person.read(`/actions/${edited}/events`),
};

interface Stored {
  readonly machine: Machine;
  readonly person: Person;
}

/** What a large store costs beside a small one. */
export const growth: Measure = {
  name: 'growth',
  async run(say) {
    const template = await lifeOfAPerson();
    const outside = await startOutside();
    const folders = [few, many].map((count) => {
      say(`storing ${count.toLocaleString('en')} actions`);
      return folderWith(count, template);
    });
    const [small, large] = await Promise.all(folders.map((folder) => opened(folder, outside.url)));
    if (small === undefined || large === undefined) throw new Error('two folders make two machines');
    const figures: Figure[] = [];
    for (const [name, make] of Object.entries(calls)) {
      say(name);
      figures.push(...(await compared(name, [small, large], (person) => make(person, template.edited))));
    }
    await Promise.all([small.machine.child.stop(), large.machine.child.stop(), outside.close()]);
    for (const folder of [template.dataDir, ...folders]) rmSync(folder, { recursive: true });
    return { title: 'A million stored actions', how, figures };
  },
};

async function opened(folder: string, outsideUrl: string): Promise<Stored> {
  const machine = await startMachine(folder, outsideUrl);
  return { machine, person: openPerson(machine.local) };
}

async function compared(
  name: string,
  [small, large]: readonly [Stored, Stored],
  make: (person: Person) => Promise<unknown>,
): Promise<readonly Figure[]> {
  const [atFew, atMany]: [number[], number[]] = [[], []];
  for (let repetition = 0; repetition <= repetitions; repetition += 1) {
    const took: [number[], number[]] = [[], []];
    for (let turn = 0; turn < callsEach; turn += 1) {
      took[0].push(await timed(() => make(small.person)));
      took[1].push(await timed(() => make(large.person)));
    }
    // The first repetition warms up.
    if (repetition === 0) continue;
    atFew.push(median(took[0]));
    atMany.push(median(took[1]));
  }
  return [
    {
      name: `${name}, times that at 1,000`,
      unit: '',
      values: ratios(atMany, atFew),
      target: { better: 'less', goal: 1.5 },
    },
    { name: `${name} at 1,000,000`, unit: 'ms', values: atMany },
    { name: `${name} at 1,000`, unit: 'ms', values: atFew },
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
