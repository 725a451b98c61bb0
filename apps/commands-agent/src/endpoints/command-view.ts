import { CommandId, Id, Timestamp } from '@intexuraos/contracts';
import { z } from 'zod';
import { type Command, commandTypes, layers } from '../domain/command.ts';

/** A command as it crosses the wire. */
export const CommandView = z.object({
  id: CommandId,
  text: z.string(),
  sourceType: z.string(),
  createdAt: Timestamp,
  /** What was read in it; null until that is known. */
  classification: z
    .object({ type: z.enum(commandTypes), confidence: z.number(), layer: z.enum(layers), title: z.string() })
    .nullable(),
  /** The action that was made of it; null until there is one. */
  actionId: Id.nullable(),
  /** Why there will be none. */
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
});

export function viewOf({ classification, ...command }: Command): z.input<typeof CommandView> {
  const { id, text, sourceType, createdAt, actionId, failure } = command;
  const read = classification && {
    type: classification.type,
    confidence: classification.confidence,
    layer: classification.layer,
    title: classification.title,
  };
  return {
    id,
    text,
    sourceType,
    createdAt: new Date(createdAt).toISOString(),
    classification: read,
    actionId,
    failure,
  };
}

/** 202 while no action is known: the command is safe, and the rest follows. */
export const statusOf = (created: boolean, { actionId, failure }: Command) =>
  actionId === null && failure === null ? 202 : created ? 201 : 200;
