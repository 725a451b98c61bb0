// Written by `npm run generate` from the registry of action types.

/** The action types that a rule may approve in a person's place: those of low risk. */
export const typesForRules = ['calendar', 'linear', 'link', 'note', 'reminder', 'research', 'todo'] as const;
