import { asThing, type Thing } from '../../contract/store-under-test.ts';
import { defineCollection } from '../../store.ts';

/** Written two by two, under the same id, in one commit each: a file that holds one without the other is torn. */
export const states = defineCollection<Thing>({ name: 'states', parse: asThing, indexes: [['at']] });
export const records = defineCollection<Thing>({ name: 'records', parse: asThing, indexes: [['at']] });
