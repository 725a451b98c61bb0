import { expect, test } from '@jest/globals';
import { readMail } from './read-mail.ts';

test.each([
  ['email Ana the notes', { recipient: 'Ana', subject: null, says: { notes: '' } }],
  ['Hey, can you please email the note about the leak to Ana?', { recipient: 'Ana', says: { notes: 'the leak' } }],
  [
    'email Ana my notes about the offer of the roofer.',
    { recipient: 'Ana', says: { notes: 'the offer of the roofer' } },
  ],
  ['send the notes to ana.b+x@mail.example.com', { recipient: 'ana.b+x@mail.example.com', says: { notes: '' } }],
  ['send my note by email to Ana and bob@x.org', { recipient: 'Ana and bob@x.org', says: { notes: '' } }],
  [
    'email ana@x.org: The key: it is under the mat.\nTom',
    { recipient: 'ana@x.org', says: { text: 'The key: it is under the mat.\nTom' } },
  ],
  ['email Ana about lunch: at noon?', { recipient: 'Ana', subject: 'lunch', says: { text: 'at noon?' } }],
  ['email to Ana Maria: hi', { recipient: 'Ana Maria', subject: null, says: { text: 'hi' } }],
  ['Mail an Lena: bis morgen', { recipient: 'Lena', says: { text: 'bis morgen' } }],
  ['schick Ana meine Notizen per Mail', { recipient: 'Ana', says: { notes: '' } }],
])('"%s" is a mail', (text, wish) => {
  expect(readMail(text)).toMatchObject(wish);
});

test.each([
  'email Ana',
  'email the school about the trip money',
  'email: ana',
  'send Ana the notes',
  'send Peter the signed contract tomorrow',
  'email Ana the notes tomorrow',
  'mail the parcel to Tom: it is heavy',
  'email the notes',
  'do not email Ana the notes',
  'I got an email from Ana: the notes',
  'remind me to email Ana the notes',
])('"%s" is none that could be sent', (text) => {
  expect(readMail(text)).toBeNull();
});
