export { createLanguageModels, type ModelAccess } from './language-models.ts';
export { createLocales } from './locales.ts';
