import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { httpCall, type Reply } from './http-call.ts';

const Content = z.record(z.string(), z.object({ schema: z.looseObject({}) }));
const Operation = z.object({ responses: z.record(z.string(), z.object({ content: Content.optional() })) });
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ responses: z.object({ Error: z.object({ content: Content }) }) }),
});
type Document = z.infer<typeof Document>;

/** Throws when an answer is not what `/openapi.json` says about this operation and status. */
export type AnswerCheck = (method: string, path: string, reply: Reply) => void;

/** A real JSON Schema validator, so that the published document is judged and not the code that made it. */
export async function createAnswerCheck(url: string): Promise<AnswerCheck> {
  const document = Document.parse((await httpCall(url, { method: 'GET', path: '/openapi.json' })).json);
  const validators = new Map<string, ValidateFunction>();
  return (method, path, reply) => {
    const [name, content] = contentOf(document, method, path, reply.status);
    if (content === undefined) return expectEmpty(name, reply);
    const schema = content['application/json']?.schema;
    if (schema === undefined) return;
    const validate = validators.get(name) ?? createValidator(schema);
    validators.set(name, validate);
    if (validate(reply.json)) return;
    throw new Error(`${name} answered ${reply.text}\nbut: ${JSON.stringify(validate.errors)}`);
  };
}

/** One for each schema: the same one may stand in the document twice, with its id. */
const createValidator = (schema: object) => new Ajv2020({ strict: false, validateFormats: false }).compile(schema);

type Found = readonly [name: string, content: z.infer<typeof Content> | undefined];

/** A refusal looks the same everywhere; a success must be declared for this operation and this status. */
function contentOf(document: Document, method: string, path: string, status: number): Found {
  if (status >= 400) return ['any refusal', document.components.responses.Error.content];
  const template = templateOf(Object.keys(document.paths), path.split('?')[0] ?? '');
  const operation = template === undefined ? undefined : document.paths[template]?.[method.toLowerCase()];
  const response = operation?.responses[String(status)];
  const name = `${method} ${template ?? path} with ${status}`;
  if (response === undefined) throw new Error(`/openapi.json does not know ${name}`);
  return [name, response.content];
}

/** Fixed segments come before parameters. */
function templateOf(templates: readonly string[], path: string): string | undefined {
  if (templates.includes(path)) return path;
  return templates.find((template) => new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path));
}

function expectEmpty(name: string, { text }: Reply): void {
  if (text !== '') throw new Error(`${name} answered ${text} where nothing is declared`);
}
