import type { Store, Stored } from '@intexuraos/storage';
import type { Schedule } from '../../domain/schedule.ts';
import type { KeptSchedule, Schedules } from '../../ports.ts';
import { schedules } from './schedule-collection.ts';

const perPersonMax = 100;

export const createSchedules = (store: Store): Schedules => ({
  async list(userId) {
    const orderBy = { field: 'nextAt', direction: 'ascending' } as const;
    const page = await store.query(schedules, { where: { userId }, orderBy, limit: perPersonMax });
    return page.docs.map(({ data }) => data);
  },
  async add(schedule) {
    const create = { kind: 'create', collection: schedules, id: schedule.id, data: schedule } as const;
    if ((await store.commit([create])).outcome === 'committed') return schedule;
    return (await store.get(schedules, schedule.id))?.data ?? schedule;
  },
  async due(now, limit) {
    const orderBy = { field: 'nextAt', direction: 'ascending' } as const;
    const page = await store.query(schedules, { where: {}, orderBy, to: now, limit });
    return page.docs.map(keptOf);
  },
  async moveOn({ schedule, version: expected }, nextAt) {
    const data = { ...schedule, nextAt };
    await store.commit([{ kind: 'replace', collection: schedules, id: schedule.id, data, expected }]);
  },
  async remove(userId, id) {
    const stored = await store.get(schedules, id);
    if (stored === null || stored.data.userId !== userId) return false;
    return (await store.commit([{ kind: 'delete', collection: schedules, id }])).outcome === 'committed';
  },
});

const keptOf = ({ data, version }: Stored<Schedule>): KeptSchedule => ({ schedule: data, version });
