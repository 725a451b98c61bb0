export { type MomentReading, type MomentSetting, readMoment } from './read-moment.ts';
export { type Now, readText, type SpokenMoment, type SpokenTimes } from './read-text.ts';
