import type { AddressBookEntry } from '@intexuraos/contracts';
import type { Found } from './found.ts';
import { plainWords } from './plain-words.ts';

const separators = /\s*[,;&]\s*|\s+(?:and|und|et|y|e|i|oraz)\s+/iu;
const address = /^\S+@\S+\.\S+$|<[^<>@\s]+@[^<>\s]+>$/;

const named = (said: string) =>
  said
    .split(separators)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Null where somebody is only named. */
export function addressesIn(said: string): string[] | null {
  const all = named(said);
  return all.length > 0 && all.every((one) => address.test(one)) ? all : null;
}

/** The address of everybody who is named. Nobody is guessed: a name that could be two people's is asked about. */
export function findRecipients(said: string, book: readonly AddressBookEntry[]): Found {
  const found = named(said).map((name) => addressOf(name, book));
  const problems = found.flatMap((one) => ('problem' in one ? [one.problem] : []));
  if (found.length === 0) return { problem: 'Who shall get it? Reply "edit: to ana@example.com"' };
  if (problems.length > 0) return { problem: problems.join('; ') };
  return { fields: { to: found.flatMap((one) => ('address' in one ? [one.address] : [])) } };
}

type Addressed = { readonly address: string } | { readonly problem: string };

function addressOf(name: string, book: readonly AddressBookEntry[]): Addressed {
  if (address.test(name)) return { address: name };
  const words = plainWords(name);
  const same = book.filter((entry) => plainWords(entry.name).join(' ') === words.join(' '));
  const alike = book.filter(
    (entry) => words.length > 0 && words.every((word) => plainWords(entry.name).includes(word)),
  );
  const [entry, ...others] = same.length > 0 ? same : alike;
  if (entry === undefined)
    return { problem: `What is ${name}’s address? Reply "edit: to ${example}", or add ${name} in Settings` };
  if (others.length > 0)
    return { problem: `Which ${name}: ${[entry, ...others].map((one) => one.name).join(' or ')}? Reply "edit: to …"` };
  return { address: withName(entry) };
}

const example = 'ana@example.com';

/** With the name where nothing in it could be taken for an address. */
const withName = ({ name, address: mail }: AddressBookEntry) =>
  /^[^"<>@,;:\\]+$/.test(name) ? `${name} <${mail}>` : mail;
