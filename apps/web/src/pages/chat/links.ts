import { withoutEnd } from '@intexuraos/kernel/address-in-text';

export interface TextPart {
  readonly text: string;
  /** Undefined for what is no link. */
  readonly link?: { readonly href: string; readonly isOwn: boolean };
}

/** `http://…`, `https://…`, or a page of ours, `/#/…`. */
const candidates = /(?:https?:\/\/|(?<![\p{L}\p{N}/])\/#\/)[^\s<>"`]+/giu;
const ownPath = /^#\/[\w/?=&%.~+-]*$/;

/** Where it leads; undefined where nobody should be led. `user@` before a host only serves to deceive. */
function linkOf(address: string, origin: string): TextPart['link'] {
  if (address.startsWith('/#')) return ownLink(address.slice(1));
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  const own = url.origin === origin && url.pathname === '/' ? ownLink(url.hash) : undefined;
  return own ?? { href: url.href, isOwn: false };
}

const ownLink = (hash: string) => (ownPath.test(hash) ? { href: hash, isOwn: true } : undefined);

/** A text in parts: those that are addresses can be followed. Together they are the text as it was. */
export function partsOf(text: string, origin: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(candidates)) {
    const address = withoutEnd(found);
    const link = linkOf(address, origin);
    if (link === undefined) continue;
    if (index > end) parts.push({ text: text.slice(end, index) });
    parts.push({ text: address, link });
    end = index + address.length;
  }
  return end < text.length ? [...parts, { text: text.slice(end) }] : parts;
}
