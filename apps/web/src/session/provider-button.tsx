import { texts } from '../texts.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useSingleMutation } from '../ui/use-single-mutation.ts';
import type { OidcSignIn } from './oidc-sign-in.ts';

/** Leads to the provider, and says where that, or coming back from it, did not work. */
export function ProviderButton({ signIn }: { readonly signIn: OidcSignIn }) {
  const { mutate, isPending, isError } = useSingleMutation<void, void>({ mutationFn: signIn.begin });
  const failure = isPending ? null : signIn.failure();
  const problem = isError ? texts.signIn.providerGone : failure && texts.signIn.failures[failure];
  return (
    <>
      {problem !== null && (
        <Notice tone="bad" isNews>
          {problem}
        </Notice>
      )}
      <Button tone="primary" isBusy={isPending} onPress={() => mutate()}>
        {texts.signIn.provider}
      </Button>
    </>
  );
}
