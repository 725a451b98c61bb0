import type { Environment } from '@intexuraos/http-server';
import type { z } from 'zod';

const samples = [
  'https://service.test',
  '1234567890',
  'sample-of-a-secret-0123456789-abcdefghijk',
  'account@project.iam.gserviceaccount.com',
];

/** Whoever needs one of two variables gets this one. */
const chosen = { INTEXURAOS_VAULT_KMS_KEY: 'projects/p/locations/global/keyRings/r/cryptoKeys/k' };

/** Values with which a service can be composed, though not used. Throws for a variable that takes none of the samples. */
export function sampleEnvironment(variables: Readonly<Record<string, z.ZodType>>): Environment {
  const required = Object.entries(variables).filter(([, variable]) => !variable.safeParse(undefined).success);
  return { ...chosen, ...Object.fromEntries(required.map(([name, variable]) => [name, sampleOf(name, variable)])) };
}

function sampleOf(name: string, variable: z.ZodType): string {
  const sample = samples.find((text) => variable.safeParse(text).success);
  if (sample === undefined) throw new Error(`${name} takes none of the sample values: add one that it takes`);
  return sample;
}
