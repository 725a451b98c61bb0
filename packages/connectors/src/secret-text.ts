import { z } from 'zod';

/** A credential that is hidden while it is typed: JSON Schema calls what goes in and never comes out `writeOnly`. */
export const secretText = (description: string) => z.string().min(1).meta({ description, writeOnly: true });
