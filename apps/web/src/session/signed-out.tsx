import { useApp } from '../app-context.ts';
import { texts } from '../texts.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Welcome } from './welcome.tsx';

/** How to sign in. The address stays what it is, so that a deep link leads on after it. */
export function SignedOut({ hasFailed = false }: { readonly hasFailed?: boolean }) {
  const { signIn } = useApp();
  return (
    <Welcome>
      {hasFailed && (
        <Notice tone="bad" isNews>
          {texts.signIn.failed} {texts.signIn.again}
        </Notice>
      )}
      {signIn.kind === 'local' ? (
        <p>
          {texts.signIn.local} <code>{texts.signIn.command}</code>
        </p>
      ) : (
        <Button tone="primary" onPress={() => void signIn.begin()}>
          {texts.signIn.provider}
        </Button>
      )}
    </Welcome>
  );
}
