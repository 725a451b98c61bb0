import { useApp, useSessionHasEnded } from '../app-context.ts';
import { useConnection } from '../live/live.tsx';
import { texts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';

/** Says so while what the page shows may be old, and why. */
export function ConnectionNotice() {
  const connection = useConnection();
  const hasEnded = useSessionHasEnded();
  return (
    <div className="connection" role="status">
      {hasEnded ? (
        <SessionEnded />
      ) : (
        connection !== 'live' && (
          <p>
            <Icon name="offline" /> {texts.connection[connection]}
          </p>
        )
      )}
    </div>
  );
}

/** Signing in happens elsewhere, so that nothing that was typed here is lost. */
function SessionEnded() {
  const { signIn } = useApp();
  return (
    <p>
      <Icon name="warning" /> {texts.problems.signedOut}{' '}
      {signIn.kind === 'local' ? (
        texts.signIn.localAgain
      ) : (
        <a href={location.pathname} target="_blank" rel="noopener">
          {texts.signIn.elsewhere}
        </a>
      )}
    </p>
  );
}
