import { useConnection } from '../live/live.tsx';
import { texts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';

/** Says so while what the page shows may be old. */
export function ConnectionNotice() {
  const connection = useConnection();
  return (
    <div className="connection" role="status">
      {connection !== 'live' && (
        <p>
          <Icon name="offline" /> {texts.connection[connection]}
        </p>
      )}
    </div>
  );
}
