import { actionTypes } from '@intexuraos/actions-agent/action-types';
import { formatted } from './formatted.ts';

/** A registry's list for a service that must not depend on the one that has the registry. */
export function typesForRules(): string {
  const names = Object.values(actionTypes).flatMap(({ name, traits }) => (traits.risk === 'low' ? [name] : []));
  return formatted(
    'ts',
    `// Written by \`npm run generate\` from the registry of action types.

/** The action types that a rule may approve in a person's place: those of low risk. */
export const typesForRules = ${JSON.stringify(names)} as const;
`,
  );
}
