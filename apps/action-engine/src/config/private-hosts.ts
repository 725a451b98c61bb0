import { connectors } from '@intexuraos/connectors';
import { z } from 'zod';

interface Pair {
  readonly connector: string;
  readonly host: string;
}

/** A name or an address; IPv6 in brackets, as it stands in a URL. */
const host = /^[\w.:[\]-]+$/;

function pairIn(text: string): Pair | null {
  const [connector = '', name = '', ...more] = text.split('=');
  const isPair = Object.hasOwn(connectors, connector) && host.test(name) && more.length === 0;
  return isPair ? { connector, host: name } : null;
}

const pairs = (list: string) =>
  list
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)
    .map(pairIn);

/** For each connector its own: what one of them may ask in a house is no way into the house for the others. */
export const PrivateHosts = z
  .string()
  .transform((list, context): Readonly<Record<string, readonly string[]>> => {
    const read = pairs(list);
    if (read.includes(null))
      context.addIssue({ code: 'custom', message: 'expected pairs like "home_assistant=homeassistant.local"' });
    const known = read.filter((pair) => pair !== null);
    const grouped = Object.entries(Object.groupBy(known, ({ connector }) => connector));
    return Object.fromEntries(grouped.map(([name, of = []]) => [name, of.map((pair) => pair.host)]));
  })
  .default({});
