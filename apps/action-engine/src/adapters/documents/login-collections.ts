import { defineCollection } from '@intexuraos/storage';
import { z } from 'zod';

const PersonDocument = z.object({
  userId: z.string(),
  user: z.string(),
  passwordHash: z.string(),
  isOperator: z.boolean(),
  createdAt: z.number(),
});

/** Under their name. */
export const loginPeople = defineCollection({
  name: 'action_engine_people',
  parse: (data) => PersonDocument.parse(data),
  indexes: [],
});

/** Whose a user id is: its existence is what makes it belong to one name only. */
export const loginUserIds = defineCollection({
  name: 'action_engine_user_ids',
  parse: (data) => z.object({ user: z.string() }).parse(data),
  indexes: [],
});

const SessionDocument = z.object({
  userId: z.string(),
  isOperator: z.boolean(),
  secretHash: z.string(),
  expiresAt: z.number(),
});

export const loginSessions = defineCollection({
  name: 'action_engine_sessions',
  parse: (data) => SessionDocument.parse(data),
  indexes: [['userId', 'expiresAt']],
  expiresAtField: 'expiresAt',
});
