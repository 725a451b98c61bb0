import { Link } from '@tanstack/react-router';
import { useSession } from '../../app-context.ts';
import { operationsTexts } from '../../texts/operations.ts';

interface OwnActionLinkProps {
  readonly userId: string;
  readonly actionId: string | null;
}

/** To the action, for whom it belongs to; for others whose it is. */
export function OwnActionLink({ userId, actionId }: OwnActionLinkProps) {
  const session = useSession();
  if (session?.userId !== userId) return <span className="card-fine">{operationsTexts.theirs(userId)}</span>;
  if (actionId === null) return null;
  return (
    <Link className="button button-plain" to="/inbox" search={{ action: actionId }}>
      {operationsTexts.stuck.open}
    </Link>
  );
}
