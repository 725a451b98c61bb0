import type { Method, Route } from '../define.ts';
import { strictly } from '../request/validate.ts';
import { pathParameters } from '../routes/path.ts';
import { type JsonSchema, jsonSchema } from './json-schema.ts';

interface OperationInput {
  readonly parameters?: readonly object[];
  readonly requestBody?: object;
}

const bodiless = new Set<Method>(['GET', 'DELETE']);

const push = { type: 'object', description: 'https://cloud.google.com/pubsub/docs/push#receive_push' } as const;

const json = (schema: object) => ({ required: true, content: { 'application/json': { schema } } });

/** One input object becomes path parameters, query parameters and a body again. */
export function operationInput(route: Route, method: Method): OperationInput {
  if (route.kind === 'files') return {};
  if (route.kind === 'subscription') return { requestBody: json(push) };
  const schema = jsonSchema(strictly(route.spec.input), 'input', `${method}:${route.spec.path}:input`);
  const inPath = pathParameters(route.spec.path);
  const isRaw = route.kind === 'endpoint' && route.spec.body === 'raw';
  const properties = schema.properties ?? {};
  const inQuery = bodiless.has(method) || isRaw ? Object.keys(properties).filter((name) => !inPath.includes(name)) : [];
  const parameters = [
    ...inPath.map((name) => parameter('path', name, properties[name], true)),
    ...inQuery.map((name) => parameter('query', name, properties[name], schema.required?.includes(name) ?? false)),
  ];
  return { ...(parameters.length > 0 && { parameters }), ...body(schema, inPath, bodiless.has(method), isRaw) };
}

const parameter = (place: string, name: string, schema: unknown, required: boolean) => ({
  name,
  in: place,
  required,
  schema: schema ?? { type: 'string' },
});

function body(schema: JsonSchema, inPath: readonly string[], isBodiless: boolean, isRaw: boolean): OperationInput {
  if (isBodiless) return {};
  if (isRaw) return { requestBody: { required: true, content: { '*/*': { schema: {} } } } };
  const rest = without(schema, inPath);
  const isEmpty = schema.type === 'object' && Object.keys(rest.properties ?? {}).length === 0;
  return isEmpty ? {} : { requestBody: json(rest) };
}

function without(schema: JsonSchema, names: readonly string[]): JsonSchema {
  if (schema.properties === undefined || names.length === 0) return schema;
  const properties = Object.fromEntries(Object.entries(schema.properties).filter(([name]) => !names.includes(name)));
  return { ...schema, properties, required: (schema.required ?? []).filter((name) => !names.includes(name)) };
}
