import { texts } from '../texts.ts';

/** The code of one version of an action, as the chat shows it. */
export const CodeBadge = ({ code }: { readonly code: string }) => (
  <span className="code-badge" title={texts.action.code}>
    #{code}
  </span>
);
