import { texts } from '../texts.ts';
import { Icon } from './icon.tsx';

/** Only encrypted pages of the web can be opened; anything else in a text stays text. */
export function outsideAddress(text: string): URL | null {
  const url = URL.parse(text);
  return url?.protocol === 'https:' ? url : null;
}

/** A link to a page that is not ours. It says where it leads, and that page learns nothing of where it came from. */
export const OutsideLink = ({ url }: { readonly url: URL }) => (
  <a className="button button-plain" href={url.href} target="_blank" rel="noopener noreferrer">
    {texts.action.opens(url.host)} <Icon name="external" />
  </a>
);
