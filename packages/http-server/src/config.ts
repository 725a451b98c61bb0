import { z } from 'zod';
import type { Environment } from './configuration/parse-environment.ts';

/** The process's own environment; everything else is handed it as an argument. */
export const environment: Environment = process.env;

/** Where the server listens. */
export const Address = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080).describe('where it listens; Cloud Run sets it'),
  HOST: z.string().default('0.0.0.0').describe('the address it listens on'),
});
