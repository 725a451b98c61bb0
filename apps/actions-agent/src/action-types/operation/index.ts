import { actionEngine, PreparedOperation } from '@intexuraos/internal-clients/action-engine';
import { notesAgent } from '@intexuraos/internal-clients/notes-agent';
import { userService } from '@intexuraos/internal-clients/user-service';
import { z } from 'zod';
import type { Action } from '../../domain/action.ts';
import { defineActionType, type Fact, type PrepareResult } from '../define.ts';
import { editableParts } from './editable.ts';
import { endOf } from './end-of.ts';
import { lookUp } from './look-up.ts';
import { preparedOf, Wish, wishOf } from './wish.ts';

const Facts = z.record(z.string(), z.json());

/** Until the facts are known, what was wished for. */
function wishedFacts(action: Action): readonly Fact[] {
  const { platform, action_type, payload, recipient, notes } = wishOf(action);
  const said = { ...(recipient !== undefined && { to: recipient }), ...(notes !== undefined && { notes }) };
  const fields = Object.entries({ ...said, ...payload })
    .filter(([, value]) => value !== '')
    .map(([label, value]) => ({
      label,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    }));
  return [{ label: 'Operation', value: [platform, action_type].filter(Boolean).join('.') }, ...fields];
}

function factsOf(action: Action): readonly Fact[] {
  const prepared = preparedOf(action);
  return prepared === null ? wishedFacts(action) : [...prepared.facts, { label: 'Account', value: prepared.account }];
}

/** The request to action-engine that this is the question of. */
const requestOf = ({ origin }: Action) => (origin.kind === 'operation' ? { request: origin.id } : {});

const notYet = (problem: string): PrepareResult => ({
  status: 'failed',
  facts: null,
  problem,
  reasoning: 'it cannot be performed yet',
});

export const operation = defineActionType({
  name: 'operation',
  payload: Wish,
  target: actionEngine,
  asks: [userService, notesAgent],
  keyed: true,
  risk: 'high',
  riskOf: (action) => preparedOf(action)?.risk ?? 'high',
  facts: PreparedOperation,
  texts: {
    verb: 'Perform an operation',
    verbOf: (action) => preparedOf(action)?.describe ?? 'Perform an operation',
    facts: factsOf,
  },
  editable: editableParts,
  prepare: async ({ action, payload, client, ask }) => {
    const { platform, action_type, connection } = payload;
    const found = await lookUp(payload, { userId: action.userId, ask });
    if ('problem' in found) return notYet(found.problem);
    const call = await client.preview({
      userId: action.userId,
      action_type,
      payload: found.fields,
      ...(platform !== undefined && { platform }),
      ...(connection !== undefined && { connection }),
    });
    if (call.kind === 'failed') throw new Error(`operation preview: ${call.code} ${call.message}`);
    if (call.data.status === 'failed') return notYet(call.data.problem);
    const { status: _status, ...prepared } = call.data;
    return { status: 'ready', facts: Facts.parse(prepared), reasoning: 'as the platform takes it' };
  },
  execute: async ({ action, prepared, client }) => {
    const { platform, action_type, connection, payload, digest } = prepared;
    const rendered = { platform, action_type, connection, payload, digest };
    return endOf(
      await client.perform({ ...rendered, userId: action.userId, actionId: action.id, ...requestOf(action) }),
    );
  },
});
