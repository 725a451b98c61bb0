import { firestore } from './firestore/index.ts';
import { growth } from './growth/index.ts';
import type { Measure } from './measure.ts';
import { oneMachine } from './one-machine/index.ts';
import { operations } from './operations/index.ts';
import { start } from './start/index.ts';

/** All that is measured, in the order of the report. */
export const measures: readonly Measure[] = [oneMachine, operations, firestore, growth, start];
