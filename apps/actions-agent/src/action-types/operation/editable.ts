import type { Action } from '../../domain/action.ts';
import type { EditablePart } from '../edit.ts';
import { withPayload } from '../parts.ts';
import { preparedOf, wishOf } from './wish.ts';

/** What people call a field, where that is not only its name. The first one is shown. */
const namesOfFields = {
  to: ['to', 'recipient', 'empfänger', 'destinataire', 'para', 'destinatario', 'adresat'],
  subject: ['subject', 'betreff', 'objet', 'sujet', 'asunto', 'oggetto', 'assunto', 'onderwerp', 'temat'],
  body: ['text', 'body', 'message', 'nachricht', 'texte', 'texto', 'testo', 'tekst', 'treść'],
} as const;
const namesOf: Readonly<Record<string, readonly string[]>> = namesOfFields;

/** They may be missing, and have to be named all the same. */
const fieldsOfMail = ['subject', 'body'];
const isMail = (operation: string) => /_(?:email|draft)$/.test(operation);

const isText = (value: unknown) =>
  typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));

/** What is said stands for what was there. */
function withRecipient(value: string, action: Action) {
  const { to: _to, ...fields } = wishOf(action).payload;
  return withPayload(action, { recipient: value, payload: fields });
}

const recipientPart: EditablePart = { names: namesOfFields.to, isObvious: false, read: withRecipient };

/** Another note: its words take the place of the one before. */
const notesPart: EditablePart = {
  names: ['notes', 'note', 'notiz', 'notizen', 'nota', 'notas', 'notatka', 'notatki'],
  isObvious: false,
  read: (value, action) => withPayload(action, { notes: value }),
};

const partOf = (field: string): EditablePart => ({
  names: namesOf[field] ?? [field.replaceAll('_', ' ')],
  isObvious: false,
  read: (value, action) => withPayload(action, { payload: { ...wishOf(action).payload, [field]: value } }),
});

/** Each field that is text can be changed by its name. */
export function editableParts(action: Action): readonly EditablePart[] {
  const wish = wishOf(action);
  const known = Object.entries({ ...preparedOf(action)?.payload, ...wish.payload });
  const texts = known.filter(([, value]) => isText(value)).map(([field]) => field);
  const ofMail = isMail(wish.action_type);
  const others = [...new Set([...(ofMail ? fieldsOfMail : []), ...texts])].filter((field) => !ofMail || field !== 'to');
  return [...(ofMail ? [recipientPart] : []), ...others.map(partOf), ...(wish.notes === undefined ? [] : [notesPart])];
}
