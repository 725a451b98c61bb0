import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { texts } from '../../texts.ts';
import { Empty } from '../../ui/empty.tsx';
import { ActionList } from './action-list.tsx';
import { OpenedAction } from './opened-action.tsx';

const route = getRouteApi('/own/inbox');

/** The list, and beside it (on a phone: instead of it) the action that is looked at. */
export function InboxPage() {
  const { action } = route.useSearch();
  useEffect(() => {
    document.title = `${texts.pages.inbox} · ${texts.product}`;
  }, []);
  return (
    <div className={action === undefined ? 'inbox' : 'inbox inbox-opened'}>
      <ActionList />
      <div className="inbox-detail">
        {action === undefined ? <Empty title={texts.inbox.pick} /> : <OpenedAction key={action} id={action} />}
      </div>
    </div>
  );
}
