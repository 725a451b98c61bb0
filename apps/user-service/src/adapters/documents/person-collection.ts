import { defineCollection } from '@intexuraos/storage';
import { z } from 'zod';

const PersonDocument = z.object({
  userId: z.string(),
  timeZone: z.string(),
  language: z.string(),
  phone: z.string().nullable().default(null),
  bsuid: z.string().nullable().default(null),
  defaultModel: z.string().nullable().default(null),
  createdAt: z.number(),
  updatedAt: z.number(),
  schemaVersion: z.literal(1).default(1),
});

export const people = defineCollection({
  name: 'users',
  parse: (data) => PersonDocument.parse(data),
  indexes: [],
});

const ClaimDocument = z.object({ userId: z.string(), kind: z.enum(['phone', 'bsuid']), value: z.string() });

/** Whose a phone or WhatsApp id is: its existence is what makes it belong to one person only. */
export const contactClaims = defineCollection({
  name: 'users_contacts',
  parse: (data) => ClaimDocument.parse(data),
  indexes: [],
});
