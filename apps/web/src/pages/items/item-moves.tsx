import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { createItemsApi, type Item } from '../../api/items.ts';
import { useApi } from '../../app-context.ts';
import { itemsTexts } from '../../texts/items.ts';
import { texts } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSingleMutation } from '../../ui/use-single-mutation.ts';
import type { KindPage } from './kinds.ts';

/** Ticks it off, or deletes it after a second look. */
export function ItemMoves({ item, page }: { readonly item: Item; readonly page: KindPage }) {
  const items = useApi(createItemsApi);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(false);
  const { mutate, isPending, error } = useSingleMutation<unknown, 'delete' | 'tick'>({
    mutationFn: (move) => (move === 'delete' ? items.delete(item) : items.tick(item, item.completedAt === null)),
    async onSuccess(_, move) {
      if (move === 'delete') await navigate({ to: '/items/$page', params: { page }, replace: true });
      await queries.invalidateQueries({ queryKey: ['items'] });
    },
  });
  const ticks = item.can.find((name) => name in itemsTexts.ticks);
  return (
    <div className="move-buttons" role="group" aria-label={texts.moves.group(item.title)}>
      {ticks !== undefined && (
        <Button tone="primary" isBusy={isPending} onPress={() => mutate('tick')}>
          {item.completedAt === null ? itemsTexts.ticks.complete : itemsTexts.ticks.reopen}
        </Button>
      )}
      {item.can.includes('delete') && (
        <Button tone="danger" isBusy={isPending} onPress={() => setAsked(true)}>
          {texts.moves.delete}
        </Button>
      )}
      {error !== null && (
        <Notice tone="bad" isNews>
          {error.message}
        </Notice>
      )}
      {isAsked && (
        <Confirm
          title={itemsTexts.deleteTitle}
          yes={texts.moves.delete}
          isDanger
          onYes={() => mutate('delete')}
          onClose={() => setAsked(false)}
        >
          <bdi>{item.title}</bdi>
        </Confirm>
      )}
    </div>
  );
}
