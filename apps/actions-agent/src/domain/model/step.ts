import type { Step } from './explore.ts';
import type { World } from './world.ts';

/** What the system comes to do by itself. */
export const own = (label: string, to: World): Step<World> => ({ label, to, isOwn: true });

/** What may happen, and may not. */
export const chance = (label: string, to: World): Step<World> => ({ label, to, isOwn: false });
