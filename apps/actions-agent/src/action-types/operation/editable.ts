import type { Action } from '../../domain/action.ts';
import type { EditablePart } from '../edit.ts';
import { withPayload } from '../parts.ts';
import { preparedOf, wishOf } from './wish.ts';

/** What people call a field, where that is not only its name. The first one is shown. */
const namesOfFields: Readonly<Record<string, readonly string[]>> = {
  to: ['to', 'recipient', 'empfänger', 'destinataire', 'para', 'destinatario', 'adresat'],
  subject: ['subject', 'betreff', 'objet', 'sujet', 'asunto', 'oggetto', 'assunto', 'onderwerp', 'temat'],
  body: ['text', 'body', 'message', 'nachricht', 'texte', 'texto', 'testo', 'tekst', 'treść'],
};

/** They may be missing, and have to be named all the same. */
const fieldsOfMail = ['to', 'subject', 'body'];
const isMail = (operation: string) => /_(?:email|draft)$/.test(operation);

const isText = (value: unknown) =>
  typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));

const partOf = (field: string): EditablePart => ({
  names: namesOfFields[field] ?? [field.replaceAll('_', ' ')],
  isObvious: false,
  read: (value, action) => withPayload(action, { payload: { ...wishOf(action).payload, [field]: value } }),
});

/** Each field that is text can be changed by its name. */
export function editableParts(action: Action): readonly EditablePart[] {
  const wish = wishOf(action);
  const known = Object.entries({ ...preparedOf(action)?.payload, ...wish.payload });
  const texts = known.filter(([, value]) => isText(value)).map(([field]) => field);
  return [...new Set([...(isMail(wish.action_type) ? fieldsOfMail : []), ...texts])].map(partOf);
}
