import { actionIn, createdIn, sweepIn, timelineIn, type Wish } from './api.ts';
import type { PhoneMessage } from './phone/phone.ts';
import { until } from './until.ts';
import type { ActionView, TimelineEntry } from './wire.ts';
import type { World } from './world.ts';

type Reading = Pick<World, 'api'>;

/** Hands a wish in until somebody says that it was taken, as commands-agent does. Resolves to the action's id. */
export const wished = async ({ api }: Reading, wish: Wish): Promise<string> =>
  (await until(`"${wish.title}" to be taken`, async () => createdIn(await api.create(wish)))).id;

/** The question about an action's version, if it is on the phone. `round`: how often it has been asked about. */
export const askOf = ({ phone }: Pick<World, 'phone'>, id: string, version = 1, round = version): PhoneMessage | null =>
  phone.messages.find(({ key }) => key === `ask:${id}:${version}:${round}`) ?? null;

export const asked = (world: World, id: string, version = 1, round = version): Promise<PhoneMessage> =>
  until(`the question about ${id}`, () => askOf(world, id, version, round));

export const viewOf = ({ api }: Reading, id: string): Promise<ActionView> =>
  until(`${id} to be shown`, async () => actionIn(await api.get(id)));

export const timelineOf = ({ api }: Reading, id: string): Promise<readonly TimelineEntry[]> =>
  until(`the timeline of ${id}`, async () => timelineIn(await api.timeline(id)));

/** The action once it has one of these statuses. */
export const reached = ({ api }: Reading, id: string, ...statuses: readonly string[]): Promise<ActionView> =>
  until(`${id} to be ${statuses.join(' or ')}`, async () => {
    const view = actionIn(await api.get(id));
    return view !== null && statuses.includes(view.status) ? view : null;
  });

/** Resolves when a sweep finds nothing that has to be told, taken back or ended. */
export const atRest = ({ api }: Reading): Promise<true> =>
  until('nothing to be left for a sweep', async () => {
    const report = sweepIn(await api.sweep());
    return report !== null && !report.skipped && report.looked === 0 ? true : null;
  });
