export { createLanguageModels, type ModelAccess } from './language-models.ts';
export { createTimeZones } from './time-zones.ts';
