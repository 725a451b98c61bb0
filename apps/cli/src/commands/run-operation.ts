import { z } from 'zod';
import { CliError, exitCodes, usageError } from '../cli-error.ts';
import { payloadOf } from '../payload.ts';
import type { CliCommand } from './define.ts';

const Answer = z.discriminatedUnion('status', [
  z.looseObject({ status: z.literal('success'), result: z.record(z.string(), z.unknown()) }),
  z.looseObject({ status: z.literal('accepted'), request_id: z.string(), action_id: z.string().optional() }),
  z.looseObject({
    status: z.literal('error'),
    request_id: z.string(),
    error: z.object({ code: z.string(), message: z.string(), details: z.unknown().optional() }),
  }),
]);
type Answer = z.infer<typeof Answer>;

/** Done, simulated, asked for or not done: each is said as what it is. */
export const runOperation: CliCommand = {
  words: ['operations', 'run'],
  takes: 'PLATFORM.OPERATION [FIELD=VALUE…|JSON] [--simulate] [--approve] [--connection ID] [--key KEY]',
  namesMin: 1,
  namesMax: Number.POSITIVE_INFINITY,
  summary: 'does it at once, only shows what would come back, or asks you in the chat first',
  options: {
    simulate: { type: 'boolean' },
    approve: { type: 'boolean' },
    connection: { type: 'string' },
    key: { type: 'string' },
  },
  async run({ api, names: [name = '', ...fields], options, print }) {
    const [platform = '', action_type = '', ...rest] = name.split('.');
    if (rest.length > 0) throw usageError(`${name}: expected PLATFORM.OPERATION`);
    const { connection, key, simulate = false, approve = false } = options;
    const body = {
      platform,
      action_type,
      payload: payloadOf(fields),
      simulate,
      ...(approve === true && { require_approval: true }),
      ...(connection !== undefined && { connection }),
    };
    const headers = typeof key === 'string' ? { 'idempotency-key': key } : {};
    const answer = await api.perform('/perform_action', Answer, { body, headers });
    if (answer.status === 'error') throw refusalOf(answer);
    print(answer, textOf(answer));
    return exitCodes.done;
  },
};

function textOf(answer: Exclude<Answer, { status: 'error' }>): string {
  if (answer.status === 'accepted') return `You are asked first: ${answer.action_id ?? `request ${answer.request_id}`}`;
  const heading = answer.result['simulated'] === true ? 'Only simulated: nothing was done.' : 'Done.';
  return `${heading}\n${JSON.stringify(answer.result, null, 2)}`;
}

const codes: Readonly<Record<string, CliError['exitCode']>> = {
  VALIDATION_FAILED: exitCodes.usage,
  INVALID_PAYLOAD: exitCodes.usage,
  UNAUTHORIZED: exitCodes.notSignedIn,
  FORBIDDEN: exitCodes.notSignedIn,
  NOT_FOUND: exitCodes.notFound,
  CONFLICT: exitCodes.conflict,
};

const Details = z.array(z.object({ path: z.string(), message: z.string() })).catch([]);

function refusalOf({ error: { code, message, details }, request_id }: Extract<Answer, { status: 'error' }>): CliError {
  const heading =
    code === 'OUTCOME_UNKNOWN'
      ? 'Nobody knows whether it happened: look there before you do it again.'
      : 'It was not done.';
  const lines = Details.parse(details).map((detail) => `  ${detail.path}: ${detail.message}`);
  const text = [heading, `${message} (${code})`, ...lines, `Request ${request_id}`].join('\n');
  return new CliError(codes[code] ?? exitCodes.failed, text);
}
