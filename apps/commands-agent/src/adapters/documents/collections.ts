import { defineCollection } from '@intexuraos/storage';
import { z } from 'zod';
import { commandTypes, layers } from '../../domain/command.ts';

const Command = z.object({
  id: z.string(),
  userId: z.string(),
  sourceType: z.string(),
  externalId: z.string(),
  text: z.string(),
  saidAt: z.number(),
  classification: z
    .object({
      type: z.enum(commandTypes),
      confidence: z.number(),
      layer: z.enum(layers),
      title: z.string(),
      payload: z.record(z.string(), z.json()),
    })
    .nullable(),
  actionId: z.string().nullable(),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  attempts: z.number(),
  dueAt: z.number().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
  schemaVersion: z.literal(1),
});

const Correction = z.object({
  id: z.string(),
  userId: z.string(),
  text: z.string(),
  commandId: z.string(),
  actionId: z.string(),
  fromType: z.string(),
  toType: z.string(),
  createdAt: z.number(),
});

export const commands = defineCollection({
  name: 'commands',
  parse: (data) => Command.parse(data),
  indexes: [['dueAt']],
});

/** Corrected examples, under the id of the correction. */
export const corrections = defineCollection({
  name: 'command_corrections',
  parse: (data) => Correction.parse(data),
  indexes: [['createdAt']],
});
