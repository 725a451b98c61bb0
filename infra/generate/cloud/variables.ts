import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type CloudService, cloudServices } from './services.ts';

export interface VariableFacts {
  readonly name: string;
  readonly services: readonly string[];
  /** `must be set`, `may be set`, or the default. */
  readonly setting: string;
  readonly isSecret: boolean;
  readonly meaning: string;
}

/** Where people set nothing, in the order of the services and of their declarations. Throws for a variable without a meaning. */
export function cloudVariables(services: readonly CloudService[] = cloudServices): readonly VariableFacts[] {
  const all = services.flatMap((service) =>
    Object.entries(service.variables).map(([name, variable]) => factsOf(service, name, variable)),
  );
  const alike = Map.groupBy(all, ({ name, setting }) => `${name} ${setting}`);
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, services: [first, ...others].flatMap((facts) => facts.services) }],
  );
}

function factsOf(service: CloudService, name: string, variable: z.ZodType): VariableFacts {
  const meaning = variable.description;
  if (meaning === undefined) throw new Error(`${name}: say in its schema what it means, with .describe()`);
  const setting = settingOf(service.defaults[name], variable);
  return { name, services: [service.name], setting, isSecret: isSecret(variable), meaning };
}

function settingOf(cloudDefault: string | undefined, variable: z.ZodType): string {
  if (cloudDefault !== undefined) return `default \`${cloudDefault}\``;
  const { success, data } = variable.safeParse(undefined);
  if (!success) return 'must be set';
  return isEmpty(data) ? 'may be set' : `default \`${String(data)}\``;
}

const isEmpty = (value: unknown) => [undefined, '', [], {}].some((empty) => isDeepStrictEqual(value, empty));

/** What `secret` of http-server has marked, also inside of `optional`. */
function isSecret(variable: z.ZodType): boolean {
  if (variable.meta()?.['secret'] === true) return true;
  const inner = variable instanceof z.ZodOptional ? variable.unwrap() : null;
  return inner instanceof z.ZodType && isSecret(inner);
}
