import type { z } from 'zod';
import type { Call } from './call.ts';
import type { Connector, Operation, RawCall } from './connector.ts';
import { ConnectorError } from './connector-error.ts';
import { problemsOf, schemaOf, withoutShown } from './schemas.ts';
import { seal } from './seal.ts';
import type { ConnectorSpec, OperationSpec } from './spec.ts';

/**
 * Declares one platform. The types of its credentials, settings, inputs and outputs never leave its folder: what the
 * registry holds is sealed.
 */
export function defineConnector<const Name extends string, Credentials, Settings>(
  spec: ConnectorSpec<Name, Credentials, Settings>,
) {
  const settings = readerOf(spec.settings, spec.title);
  const credentials = readerOf(spec.credentials, spec.title);
  const call = (raw: RawCall): Call<Credentials, Settings> => ({
    ...raw,
    credentials: credentials(raw.credentials),
    settings: settings(raw.settings),
  });
  return {
    operation: <Input, Output>(details: OperationSpec<Credentials, Settings, Input, Output>): Operation =>
      seal(details, { call, settings }),
    connector: (operations: Readonly<Record<string, Operation>>): Connector<Name> => ({
      name: spec.name,
      title: spec.title,
      apiUrl: spec.apiUrl,
      oauth: spec.oauth,
      pace: spec.pace,
      simulateVariable: spec.simulateVariable ?? `${spec.name.toUpperCase()}_SIMULATE`,
      credentialsSchema: schemaOf(spec.credentials, 'input'),
      settingsSchema: schemaOf(spec.settings, 'input'),
      secretsIn: withoutShown(spec.credentials),
      credentialProblems: (value) => problemsOf(spec.credentials, value),
      settingProblems: (value) => problemsOf(spec.settings, value),
      defaultVariables: spec.defaults?.variables ?? [],
      readDefaults: (variables) => spec.defaults?.read(variables) ?? null,
      operations,
    }),
  };
}

/** Throws CONNECTION_EXPIRED for what does not fit. */
const readerOf =
  <T>(schema: z.ZodType<T>, title: string) =>
  (value: unknown): T => {
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    throw new ConnectorError(
      'CONNECTION_EXPIRED',
      `What is kept of the ${title} account is not enough: connect it anew`,
    );
  };
