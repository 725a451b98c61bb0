import { Link } from '@tanstack/react-router';
import { texts } from '../texts.ts';
import { Empty } from '../ui/empty.tsx';

export const NotFound = () => (
  <Empty title={texts.notFound.title}>
    <Link className="button" to="/inbox">
      {texts.notFound.toInbox}
    </Link>
  </Empty>
);
