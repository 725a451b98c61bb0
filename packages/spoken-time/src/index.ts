export type { Doubt } from './doubts/found.ts';
export { type MomentReading, type MomentSetting, readMoment } from './read-moment.ts';
export { type Now, readText, type SpokenMoment, type SpokenTimes } from './read-text.ts';
export { readWhen, type When } from './read-when.ts';
export { withoutPhrases } from './wording/without-phrases.ts';
