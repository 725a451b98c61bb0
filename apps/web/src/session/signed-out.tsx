import { useApp } from '../app-context.ts';
import { texts } from '../texts.ts';
import { Notice } from '../ui/notice.tsx';
import { ProviderButton } from './provider-button.tsx';
import { Welcome } from './welcome.tsx';

/** How to sign in. The address stays what it is, so that a deep link leads on after it. */
export function SignedOut({ hasFailed = false }: { readonly hasFailed?: boolean }) {
  const { signIn } = useApp();
  if (signIn.kind === 'oidc')
    return (
      <Welcome>
        <ProviderButton signIn={signIn} />
      </Welcome>
    );
  return (
    <Welcome>
      {hasFailed && (
        <Notice tone="bad" isNews>
          {texts.signIn.failed} {texts.signIn.again}
        </Notice>
      )}
      <p>
        {texts.signIn.local} <code>{texts.signIn.command}</code>
      </p>
    </Welcome>
  );
}
