import type { Action } from '../api/action.ts';
import { texts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { OutsideLink, outsideAddress } from '../ui/outside-link.tsx';

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

/** Pages of ours begin with `/#/`. */
function ResourceLink({ url }: { readonly url: string }) {
  if (/^\/#\/[\w/-]+$/.test(url)) {
    return (
      <a className="button button-plain" href={url.slice(1)}>
        {texts.action.open} <Icon name="next" />
      </a>
    );
  }
  const outside = outsideAddress(url);
  return outside === null ? null : <OutsideLink url={outside} />;
}

/** What came of it, and where it can be seen. */
export function ActionOutcome({ action: { status, payload } }: { readonly action: Action }) {
  if (status !== 'completed') return null;
  const url = textOf(payload['resourceUrl']);
  return (
    <Notice tone="good">
      <p>{textOf(payload['message']) ?? texts.statuses.completed}</p>
      {url !== null && <ResourceLink url={url} />}
    </Notice>
  );
}
