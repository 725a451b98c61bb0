export { createLanguageModel, type LanguageModelOptions } from './create-language-model.ts';
export type { Answer, LanguageModel, Question } from './language-model.ts';
